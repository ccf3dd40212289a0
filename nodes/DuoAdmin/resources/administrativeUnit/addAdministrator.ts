import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { InputError } from '../../../shared/errors/InputError';
import { administrativeUnit } from '../../references/administrativeUnit';
import { administrator, identityOf } from '../../references/administrator';

import { addContent } from './contents';

export const addAdministrator: ItemOperation = {
	name: 'Add Administrator',
	value: 'addAdministrator',
	action: 'Add administrator to administrative unit',
	description:
		'Put an administrator into an administrative unit. The administrator must be restricted by administrative units.',
	permissions: ['administrators'],
	concurrency: changes(administrativeUnit),
	properties: [administrativeUnit.field(), administrator.field()],

	async run(call) {
		const found = await administrator.find(call);
		if (!found.restricted_by_admin_units) {
			throw new InputError(
				`${found.name} is not restricted by administrative units`,
				'Administrator → Update sets “Restricted by Administrative Units”; only then can a unit take them.',
			);
		}
		return await addContent(call, {
			list: 'admins',
			id: found.admin_id,
			label: found.name,
			identity: identityOf(found),
		});
	},
};
