/** Benchmark: the status of 600 and of 1,000 users. */
import { locator } from '../../support/locator';
import { form } from '../competitors/HttpRequests';

import { countOk, type Case } from './Case';
import { addPeople, named } from './people';

/** Our node also reads the users, by the hundred, to tell the status before; competitors only write. */
const setStatusOf = (users: number): Case => ({
	name: `setStatus${users}`,
	title: `Set the status of ${users.toLocaleString('en')} users`,
	items: users,
	least: { calls: users, limit: 'writes', sideBySide: true },
	fill: (tenant) => addPeople(tenant, users).map(({ user }) => user.user_id),
	nodes: {
		run: (names) => ({
			type: 'duoAdmin',
			items: named(names),
			parameters: {
				resource: 'user',
				operation: 'setStatus',
				user: locator('id', '={{ $json.name }}'),
				status: 'bypass',
			},
		}),
		done: (output) => output.filter(({ status }) => status === 'bypass').length,
	},
	httpRequest: {
		run: (names, pace) => ({
			credential: 'duoAdminApi',
			items: named(names),
			path: '/admin/v1/users/{{ $json.name }}',
			parameters: form({ status: 'bypass' }),
			options: pace.items('writes'),
		}),
		done: (output) => countOk(output, ({ status }) => status === 'bypass'),
	},
	sdk: async (duo, names) =>
		await duo.each(names, async (id) => {
			const { stat } = await duo.call('POST', `/admin/v1/users/${id}`, { status: 'bypass' });
			return stat === 'OK';
		}),
});

export const setStatus600 = setStatusOf(600);

export const setStatus1000: Case = { ...setStatusOf(1000), only: 'limited' };
