/** Benchmark: the graph of an account with 20,000 users. */
import type { IDataObject } from 'n8n-workflow';

import { allPages, query } from '../competitors/HttpRequests';

import { countObjects, type Case } from './Case';
import { addPeople } from './people';

const USERS = 20_000;

/** The account, its three applications, and the users with a phone each. */
const ENTITIES = 1 + 3 + 2 * USERS;

/**
 * Competitors only read the users, page after page; the other lists, and making a graph of all, would come on
 * top.
 */
export const exportGraph: Case = {
	name: 'exportGraph',
	title: 'Export the graph of 20,000 users',
	items: USERS,
	// Six lists besides the users: the settings, administrators, applications, groups, phones and tokens.
	least: { calls: 67 + 6, limit: 'pages', sideBySide: true },
	fill(tenant) {
		addPeople(tenant, USERS);
		return [];
	},
	nodes: {
		run: () => ({
			type: 'duoAdmin',
			parameters: { resource: 'account', operation: 'exportGraph', output: 'files' },
		}),
		done: (files) => (entitiesIn(files) === ENTITIES ? USERS : 0),
	},
	httpRequest: {
		run: (_, pace) => ({
			credential: 'duoAdminApi',
			items: [{}],
			path: '/admin/v1/users',
			parameters: query({ limit: '300' }),
			options: allPages(pace.betweenPages('pages')),
		}),
		done: countObjects,
	},
	sdk: async (duo) => await duo.countAll('/admin/v1/users', 300),
};

const entitiesIn = (files: IDataObject[]) => files.reduce((sum, { entities }) => sum + Number(entities), 0);
