import { forgetChildAccounts } from '../../../shared/accounts/childAccount';
import type { ItemOperation } from '../../../shared/engine/operation';

export const create: ItemOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create child account',
	description: 'Create a child account of the account that the credential belongs to',
	permissions: [],
	touches: ({ params }) => [params.text('name').toLowerCase()],
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
		forgetChildAccounts(duo);
		return { name, ...created };
	},
};
