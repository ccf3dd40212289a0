/** What n8n's own HTTP Request node is told. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { LIMITS, DEFAULT_CONCURRENT_REQUESTS, ROUND_TRIP } from '../limits';

/** How fast the node is told to go. */
export interface Pace {
	/** The node's options for one request an item. */
	items(limit: keyof typeof LIMITS): IDataObject;
	/** Milliseconds between two pages. */
	betweenPages(limit: keyof typeof LIMITS): number;
}

export interface HttpRequests {
	credential: 'duoAdminApi' | 'duoAuthApi';
	/** One request for each; the node's expressions read them as $json. */
	items: IDataObject[];
	/** Of the URL, with expressions. */
	path: string;
	parameters?: INodeParameters;
	options?: IDataObject;
}

const batches = (batchSize: number, batchInterval: number): IDataObject => ({
	batching: { batch: { batchSize, batchInterval } },
});

/** As somebody sets the node who knows our width and Duo's limits. */
export const paceOf = (isLimited: boolean): Pace => ({
	// A second more than a minute: with a minute sharp the first requests meet the last ones of the minute
	// before.
	items: (limit) =>
		isLimited ? batches(LIMITS[limit], 61_000) : batches(DEFAULT_CONCURRENT_REQUESTS, ROUND_TRIP),
	betweenPages: (limit) => (isLimited ? Math.ceil(61_000 / LIMITS[limit]) : 0),
});

/** As the node goes by itself: all requests at once. */
export const paceByDefault: Pace = { items: () => ({}), betweenPages: () => 0 };

/** Parameters of a request with a query. */
export const query = (values: Record<string, string>): INodeParameters => ({
	sendQuery: true,
	queryParameters: { parameters: pairs(values) },
});

/** Parameters of a POST with a form. */
export const form = (values: Record<string, string>): INodeParameters => ({
	method: 'POST',
	sendBody: true,
	contentType: 'form-urlencoded',
	bodyParameters: { parameters: pairs(values) },
});

const pairs = (values: Record<string, string>) =>
	Object.entries(values).map(([name, value]) => ({ name, value }));

/** The node's own paging over one of Duo's lists, as our README shows it. */
export const allPages = (requestInterval: number): IDataObject => ({
	pagination: {
		pagination: {
			paginationMode: 'updateAParameterInEachRequest',
			parameters: {
				parameters: [
					{ type: 'qs', name: 'offset', value: '={{ $response.body?.metadata?.next_offset ?? 0 }}' },
				],
			},
			paginationCompleteWhen: 'other',
			completeExpression: '={{ $response.body.metadata.next_offset === undefined }}',
			requestInterval,
		},
	},
});
