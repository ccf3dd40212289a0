import type { Resource } from '../../../shared/engine/operation';

import { associate } from './associate';
import { create } from './create';
import { createActivationLink } from './createActivationLink';
import { deletePhone } from './delete';
import { findDuplicates } from './findDuplicates';
import { get } from './get';
import { getMany } from './getMany';
import { remove } from './remove';
import { replace } from './replace';
import { sendSmsActivation } from './sendSmsActivation';
import { sendSmsInstallation } from './sendSmsInstallation';
import { sendSmsPasscodes } from './sendSmsPasscodes';
import { update } from './update';

export const phone: Resource = {
	name: 'Phone',
	value: 'phone',
	operations: [
		associate,
		create,
		createActivationLink,
		deletePhone,
		findDuplicates,
		get,
		getMany,
		remove,
		replace,
		sendSmsActivation,
		sendSmsInstallation,
		sendSmsPasscodes,
		update,
	],
};
