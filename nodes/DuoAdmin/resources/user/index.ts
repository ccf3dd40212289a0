import type { Resource } from '../../../shared/engine/operation';

import { cancelIdentityVerification } from './cancelIdentityVerification';
import { create } from './create';
import { createMany } from './createMany';
import { deleteUser } from './delete';
import { enroll } from './enroll';
import { get } from './get';
import { getIdentityVerification } from './getIdentityVerification';
import { getMany } from './getMany';
import { resetFactors } from './resetFactors';
import { resolve } from './resolve';
import { restore } from './restore';
import { setStatus } from './setStatus';
import { startIdentityVerification } from './startIdentityVerification';
import { syncFromDirectory } from './syncFromDirectory';
import { trash } from './trash';
import { update } from './update';
import { verifyByPush } from './verifyByPush';

export const user: Resource = {
	name: 'User',
	value: 'user',
	operations: [
		cancelIdentityVerification,
		create,
		createMany,
		deleteUser,
		enroll,
		get,
		getIdentityVerification,
		getMany,
		trash,
		resetFactors,
		resolve,
		restore,
		setStatus,
		startIdentityVerification,
		syncFromDirectory,
		update,
		verifyByPush,
	],
};
