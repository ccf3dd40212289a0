/** Benchmark: 1,000 users by username, and by e-mail address. */
import { query } from '../competitors/HttpRequests';

import { countOk, type Case } from './Case';
import { addPeople, named, spread } from './people';

const NAMES = 1000;

/** Competitors look up one after the other: nobody batches by hand, which takes a Code node and more. */
export const resolveUsernames = resolveBy('username', {
	name: 'resolveUsernames',
	title: 'Resolve 1,000 usernames in a tenant of 20,000 users',
	least: { calls: 10, limit: 'lists', sideBySide: true },
});

/**
 * Duo has no batches for e-mail addresses: all users are read, in pages of 300, which is less than one call
 * for each.
 */
export const resolveEmails = resolveBy('email', {
	name: 'resolveEmails',
	title: 'Resolve 1,000 e-mail addresses in a tenant of 20,000 users',
	least: { calls: 67, limit: 'pages', sideBySide: true },
});

function resolveBy(by: 'username' | 'email', about: Pick<Case, 'name' | 'title' | 'least'>): Case {
	return {
		...about,
		items: NAMES,
		fill: (tenant) => spread(addPeople(tenant, 20_000), NAMES).map(({ user }) => user[by]),
		nodes: {
			run: (names) => ({
				type: 'duoAdmin',
				items: named(names),
				parameters: {
					resource: 'user',
					operation: 'resolve',
					reference: '={{ $json.name }}',
					matchBy: by,
					simplify: false,
				},
			}),
			done: (output) => output.filter(({ found }) => found === true).length,
		},
		httpRequest: {
			run: (names, pace) => ({
				credential: 'duoAdminApi',
				items: named(names),
				path: '/admin/v1/users',
				parameters: query({ [by]: '={{ $json.name }}' }),
				options: pace.items('lists'),
			}),
			done: (output) => countOk(output, (users) => users.length === 1),
		},
		sdk: async (duo, names) =>
			await duo.each(names, async (name) => {
				const { response } = await duo.call('GET', '/admin/v1/users', { [by]: name });
				return Array.isArray(response) && response.length === 1;
			}),
	};
}
