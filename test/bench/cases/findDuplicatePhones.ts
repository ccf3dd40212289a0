/** Benchmark: numbers that several phones have, among 100,000 phones. */
import { allPages, query } from '../competitors/HttpRequests';

import { countObjects, type Case } from './Case';
import { addPeople } from './people';

const PHONES = 100_000;
const DUPLICATES = 500;

/** Competitors only read the phones, page after page; finding the duplicates among them would come on top. */
export const findDuplicatePhones: Case = {
	name: 'findDuplicatePhones',
	title: 'Find duplicate phones among 100,000',
	items: PHONES,
	least: { calls: 200, limit: 'pages', sideBySide: true },
	fill(tenant) {
		const people = addPeople(tenant, PHONES);
		for (const [index, { phone }] of people.slice(-DUPLICATES).entries())
			phone.number = people[index]!.phone.number;
		// Nobody changes phones here: the tenant need not look for the users again for every page.
		const { account } = tenant;
		const users = account.usersByPhone(account.phones.values());
		account.usersByPhone = () => users;
		return [];
	},
	nodes: {
		run: () => ({
			type: 'duoAdmin',
			parameters: { resource: 'phone', operation: 'findDuplicates', scope: 'all', kinds: ['duplicate'] },
		}),
		done: (output) => (output.length === DUPLICATES ? PHONES : 0),
	},
	httpRequest: {
		run: (_, pace) => ({
			credential: 'duoAdminApi',
			items: [{}],
			path: '/admin/v1/phones',
			parameters: query({ limit: '500' }),
			options: allPages(pace.betweenPages('pages')),
		}),
		done: countObjects,
	},
	sdk: async (duo) => await duo.countAll('/admin/v1/phones', 500),
};
