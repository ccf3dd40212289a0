import type { Resource } from '../../../shared/engine/operation';

import { clearInactivity } from './clearInactivity';
import { create } from './create';
import { createActivationLink } from './createActivationLink';
import { deleteAdministrator } from './delete';
import { deleteActivationLink } from './deleteActivationLink';
import { emailActivationLink } from './emailActivationLink';
import { get } from './get';
import { getAllowedAuthMethods } from './getAllowedAuthMethods';
import { getMany } from './getMany';
import { getPasswordManagement } from './getPasswordManagement';
import { resetAuthAttempts } from './resetAuthAttempts';
import { syncFromDirectory } from './syncFromDirectory';
import { update } from './update';
import { updateAllowedAuthMethods } from './updateAllowedAuthMethods';
import { updatePasswordManagement } from './updatePasswordManagement';

export const administrator: Resource = {
	name: 'Administrator',
	value: 'administrator',
	operations: [
		clearInactivity,
		create,
		createActivationLink,
		deleteAdministrator,
		deleteActivationLink,
		emailActivationLink,
		get,
		getAllowedAuthMethods,
		getMany,
		getPasswordManagement,
		resetAuthAttempts,
		syncFromDirectory,
		update,
		updateAllowedAuthMethods,
		updatePasswordManagement,
	],
};
