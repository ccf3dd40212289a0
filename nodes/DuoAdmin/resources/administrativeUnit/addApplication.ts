import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { administrativeUnit } from '../../references/administrativeUnit';
import { application } from '../../references/application';

import { addContent } from './contents';

export const addApplication: ItemOperation = {
	name: 'Add Application',
	value: 'addApplication',
	action: 'Add application to administrative unit',
	description: 'Put an application into an administrative unit, so that its administrators may manage it',
	permissions: ['administrators', 'applications'],
	concurrency: changes(administrativeUnit),
	properties: [administrativeUnit.field(), application.field()],

	async run(call) {
		const { integration_key, name } = await application.find(call);
		return await addContent(call, {
			list: 'integrations',
			id: integration_key,
			label: name,
			identity: { integration_key, name },
		});
	},
};
