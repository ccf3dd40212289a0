import { touchesNothing, type ItemOperation } from '../../../shared/operation';
import { findPolicy, policyField } from '../../references/policy';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get policy',
	description: 'Get one policy with its sections; those that it does not have come from the global policy',
	permissions: ['readResource'],
	touches: touchesNothing,
	properties: policyField(),

	async run(call) {
		return await findPolicy(call);
	},
};
