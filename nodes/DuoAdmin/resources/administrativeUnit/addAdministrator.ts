import { InputError } from '../../../shared/errors/InputError';
import type { ItemOperation } from '../../../shared/operation';
import { unitField, touchesUnit } from '../../references/administrativeUnit';
import { administratorField, findAdministrator, identityOf } from '../../references/administrator';
import { addContent } from './contents';

export const addAdministrator: ItemOperation = {
	name: 'Add Administrator',
	value: 'addAdministrator',
	action: 'Add administrator to administrative unit',
	description:
		'Put an administrator into an administrative unit. The administrator must be restricted by administrative units.',
	permissions: ['administrators'],
	touches: touchesUnit,
	properties: [unitField(), administratorField()],

	async run(call) {
		const administrator = await findAdministrator(call);
		if (!administrator.restricted_by_admin_units) {
			throw new InputError(
				`${administrator.name} is not restricted by administrative units`,
				'Administrator → Update sets “Restricted by Administrative Units”; only then can a unit take them.',
			);
		}
		return await addContent(call, {
			list: 'admins',
			id: administrator.admin_id,
			label: administrator.name,
			identity: identityOf(administrator),
		});
	},
};
