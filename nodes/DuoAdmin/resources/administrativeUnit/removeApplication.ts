import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { administrativeUnit } from '../../references/administrativeUnit';
import { application } from '../../references/application';

import { removeContent } from './contents';

export const removeApplication: ItemOperation = {
	name: 'Remove Application',
	value: 'removeApplication',
	action: 'Remove application from administrative unit',
	description: 'Take an application out of an administrative unit',
	permissions: ['administrators', 'applications'],
	concurrency: changes(administrativeUnit),
	properties: [administrativeUnit.field(), application.field()],

	async run(call) {
		const { integration_key, name } = await application.find(call);
		return await removeContent(call, {
			list: 'integrations',
			id: integration_key,
			label: name,
			identity: { integration_key, name },
		});
	},
};
