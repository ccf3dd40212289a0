import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { readLimit, limitFields } from '../../../shared/parameters/limit';
import { simplifyField } from '../../../shared/parameters/simplify';
import type { DuoUser } from '../../duoObjects';

import { isInBypass } from './bypass';
import { simplifyUser } from './fields';

export const getMany: ItemOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many users',
	description: 'Get a list of users',
	permissions: ['readResource'],
	concurrency: reads(),
	properties: [
		...limitFields(),
		simplifyField(),
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Email',
					name: 'email',
					type: 'string',
					placeholder: 'e.g. jane@example.com',
					default: '',
					description: 'The exact e-mail address',
				},
				{
					displayName: 'Status',
					name: 'status',
					type: 'options',
					options: [
						{ name: 'Active', value: 'active' },
						{ name: 'Any', value: 'any', description: 'Does not filter' },
						{ name: 'Bypass', value: 'bypass' },
						{ name: 'Disabled', value: 'disabled' },
						{ name: 'Locked Out', value: 'locked out' },
						{ name: 'Pending Deletion', value: 'pending deletion' },
					],
					default: 'active',
					description:
						'Duo cannot filter by status, so all users are read to find those that match. Bypass also finds active users in a group with the status Bypass, who skip Duo too; the output names these groups.',
				},
				{
					displayName: 'Username',
					name: 'username',
					type: 'string',
					placeholder: 'e.g. jdoe',
					default: '',
					description: 'The exact username or alias',
				},
			],
		},
	],

	async run({ params, duo }) {
		const limit = readLimit(params) ?? Infinity;
		const filters = params.collection('filters');
		const chosen = filters.choice<string>('status');
		const status = chosen === 'any' ? undefined : chosen;
		const isSimplified = params.flag('simplify');
		const pages = duo.pages<DuoUser>('/admin/v1/users', {
			query: { username: filters.text('username'), email: filters.text('email') },
			limit: status ? Infinity : limit,
			pageSize: 300,
		});

		const users: DuoUser[] = [];
		for await (const { objects } of pages) {
			users.push(...objects.filter((user) => !status || hasStatus(user, status)));
			if (users.length >= limit) break;
		}
		const wanted = users.slice(0, limit);
		return isSimplified ? wanted.map(simplifyUser) : wanted;
	},
};

function hasStatus(user: DuoUser, status: string): boolean {
	return status === 'bypass' ? isInBypass(user) : user.status === status;
}
