import type { ItemOperation } from '../../../shared/operation';
import { unitField, touchesUnit } from '../../references/administrativeUnit';
import { administratorField, findAdministrator, identityOf } from '../../references/administrator';
import { removeContent } from './contents';

export const removeAdministrator: ItemOperation = {
	name: 'Remove Administrator',
	value: 'removeAdministrator',
	action: 'Remove administrator from administrative unit',
	description: 'Take an administrator out of an administrative unit',
	permissions: ['administrators'],
	touches: touchesUnit,
	properties: [unitField(), administratorField()],

	async run(call) {
		const administrator = await findAdministrator(call);
		return await removeContent(call, {
			list: 'admins',
			id: administrator.admin_id,
			label: administrator.name,
			identity: identityOf(administrator),
		});
	},
};
