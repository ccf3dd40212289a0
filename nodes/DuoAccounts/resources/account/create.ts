import { changes, named } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { childAccount } from '../../childAccount';

export const create: ItemOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create child account',
	description: 'Create a child account of the account that the credential belongs to',
	permissions: [],
	concurrency: changes(named('name', childAccount)),
	properties: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Branch office',
			description: 'Usually the name of the customer. Duo may take the same name twice.',
		},
	],

	async run({ params, duo }) {
		const name = params.text('name');
		const created = await duo.post<object>('/accounts/v1/account/create', { name });
		return { name, ...created };
	},
};
