import { touchesNothing, type ItemOperation } from '../../../shared/operation';
import { findGroup, groupField } from '../../references/group';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get group',
	description: 'Get one group, without its members',
	permissions: ['readResource'],
	touches: touchesNothing,
	properties: groupField(),

	async run(call) {
		return await findGroup(call);
	},
};
