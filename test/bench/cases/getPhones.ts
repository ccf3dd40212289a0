/** Benchmark: 1,000 phones by ID, one request for each. */
import { locator } from '../../support/locator';

import { countOk, type Case } from './Case';
import { addPeople, named } from './people';

const PHONES = 1000;

/** Duo has no batches for phones, so this shows what “Requests Side by Side” does. */
export const getPhones: Case = {
	name: 'getPhones',
	title: 'Get 1,000 phones by ID, one by one',
	items: PHONES,
	least: { calls: PHONES, limit: 'reads', sideBySide: true },
	alsoAtOnce: true,
	fill: (tenant) => addPeople(tenant, PHONES).map(({ phone }) => phone.phone_id),
	nodes: {
		run: (names) => ({
			type: 'duoAdmin',
			items: named(names),
			parameters: {
				resource: 'phone',
				operation: 'get',
				phone: locator('id', '={{ $json.name }}'),
				simplify: false,
			},
		}),
		done: (output) => output.filter(({ phone_id: id }) => id).length,
	},
	httpRequest: {
		run: (names, pace) => ({
			credential: 'duoAdminApi',
			items: named(names),
			path: '/admin/v1/phones/{{ $json.name }}',
			options: pace.items('reads'),
		}),
		done: (output) => countOk(output, ({ phone_id: id }) => Boolean(id)),
	},
	sdk: async (duo, names) =>
		await duo.each(names, async (id) => (await duo.call('GET', `/admin/v1/phones/${id}`)).stat === 'OK'),
};
