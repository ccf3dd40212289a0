/** Benchmark: 100,000 rows of the authentication log. */
import type { IDataObject } from 'n8n-workflow';

import { query } from '../competitors/HttpRequests';

import type { Case } from './Case';

const ROWS = 100_000;
const DAY = 86_400_000;
const PATH = '/admin/v2/logs/authentication';

/** Each page tells where the next one begins, so nobody can ask for two at once. */
export const readLog: Case = {
	name: 'readLog',
	title: 'Read 100,000 log rows',
	items: ROWS,
	least: { calls: 100, limit: 'logs', sideBySide: false },
	fill(tenant) {
		const to = Date.now() - DAY;
		const from = to - DAY;
		tenant.logs.generate({ stream: 'authentication', count: ROWS, from, to });
		return [String(from), String(to), tenant.url];
	},
	nodes: {
		run: ([from, to]) => ({
			type: 'duoAdmin',
			parameters: {
				resource: 'log',
				operation: 'getMany',
				log: 'authentication',
				from: new Date(Number(from)).toISOString(),
				to: new Date(Number(to)).toISOString(),
				returnAll: true,
			},
		}),
		done: (output) => output.length,
	},
	httpRequest: {
		run: ([from, to, url], pace) => ({
			credential: 'duoAdminApi',
			items: [{}],
			path: PATH,
			parameters: query(range(from, to)),
			options: {
				pagination: {
					pagination: {
						paginationMode: 'responseContainsNextURL',
						nextURL: `=${url}${PATH}?${new URLSearchParams(range(from, to)).toString()}&next_offset={{ $response.body.response.metadata.next_offset.join(',') }}`,
						paginationCompleteWhen: 'other',
						completeExpression: '={{ !$response.body.response.metadata.next_offset }}',
						requestInterval: pace.betweenPages('logs'),
					},
				},
			},
		}),
		done: (pages) => pages.reduce((sum, { response }) => sum + rowsOf(response as IDataObject).length, 0),
	},
	async sdk(duo, [from, to]) {
		let count = 0;
		let next: string[] | null | undefined = undefined;
		do {
			const offset: Record<string, string> = next ? { next_offset: next.join(',') } : {};
			const { stat, response } = await duo.call('GET', PATH, { ...range(from, to), ...offset });
			if (stat !== 'OK') return count;
			count += rowsOf(response as IDataObject).length;
			next = (response as { metadata: { next_offset?: string[] | null } }).metadata.next_offset;
		} while (next);
		return count;
	},
};

const range = (mintime = '', maxtime = '') => ({ mintime, maxtime, limit: '1000', sort: 'ts:asc' });

const rowsOf = ({ authlogs }: IDataObject) => authlogs as IDataObject[];
