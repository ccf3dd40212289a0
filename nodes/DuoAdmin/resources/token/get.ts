import { touchesNothing, type ItemOperation } from '../../../shared/operation';
import { findToken, tokenField } from '../../references/token';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get token',
	description: 'Get one hardware token with the users who have it',
	permissions: ['readResource'],
	touches: touchesNothing,
	properties: tokenField(),

	async run(call) {
		return await findToken(call);
	},
};
