import type { Resource } from '../../../shared/operation';
import { create } from './create';
import { deleteUser } from './delete';
import { enroll } from './enroll';
import { get } from './get';
import { getMany } from './getMany';
import { resetFactors } from './resetFactors';
import { resolve } from './resolve';
import { restore } from './restore';
import { setStatus } from './setStatus';
import { syncFromDirectory } from './syncFromDirectory';
import { trash } from './trash';
import { update } from './update';
import { verify } from './verify';

export const user: Resource = {
	name: 'User',
	value: 'user',
	operations: [
		create,
		deleteUser,
		enroll,
		get,
		getMany,
		trash,
		resetFactors,
		resolve,
		restore,
		setStatus,
		syncFromDirectory,
		update,
		verify,
	],
};
