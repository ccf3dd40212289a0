/** Benchmark: 1,000 users by ID. */
import { locator } from '../../support/locator';

import { type Case, countOk } from './Case';
import { addPeople, named } from './people';

const USERS = 1000;

export const getUsers: Case = {
	name: 'getUsers',
	title: 'Get 1,000 users by ID',
	items: USERS,
	least: { calls: 10, limit: 'lists', sideBySide: true },
	fill: (tenant) => addPeople(tenant, USERS).map(({ user }) => user.user_id),
	nodes: {
		run: (names) => ({
			type: 'duoAdmin',
			items: named(names),
			parameters: {
				resource: 'user',
				operation: 'get',
				user: locator('id', '={{ $json.name }}'),
				simplify: false,
			},
		}),
		done: (output) => output.filter(({ user_id: id }) => id).length,
	},
	httpRequest: {
		run: (names, pace) => ({
			credential: 'duoAdminApi',
			items: named(names),
			path: '/admin/v1/users/{{ $json.name }}',
			options: pace.items('reads'),
		}),
		done: (output) => countOk(output, ({ user_id: id }) => Boolean(id)),
	},
	sdk: async (duo, names) =>
		await duo.each(names, async (id) => (await duo.call('GET', `/admin/v1/users/${id}`)).stat === 'OK'),
};
