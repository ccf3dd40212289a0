import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { administrativeUnit } from '../../references/administrativeUnit';
import { administrator, identityOf } from '../../references/administrator';

import { removeContent } from './contents';

export const removeAdministrator: ItemOperation = {
	name: 'Remove Administrator',
	value: 'removeAdministrator',
	action: 'Remove administrator from administrative unit',
	description: 'Take an administrator out of an administrative unit',
	permissions: ['administrators'],
	concurrency: changes(administrativeUnit),
	properties: [administrativeUnit.field(), administrator.field()],

	async run(call) {
		const found = await administrator.find(call);
		return await removeContent(call, {
			list: 'admins',
			id: found.admin_id,
			label: found.name,
			identity: identityOf(found),
		});
	},
};
