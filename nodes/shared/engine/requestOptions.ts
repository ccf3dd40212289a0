import type { INodeProperties } from 'n8n-workflow';

import { DEFAULT_CONCURRENT_REQUESTS } from '../duo/AdaptiveThrottle';
import type { ItemParameters } from '../parameters/ItemParameters';

const MAX_CONCURRENT_REQUESTS = 100;

/** For every operation of a node. Read with {@link readConcurrentRequests}. */
export function requestOptionsField(): INodeProperties {
	return {
		displayName: 'Request Options',
		name: 'requestOptions',
		type: 'collection',
		noDataExpression: true,
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Concurrent Requests',
				name: 'concurrentRequests',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: MAX_CONCURRENT_REQUESTS },
				default: DEFAULT_CONCURRENT_REQUESTS,
				description:
					'How many requests may be under way at once. When Duo asks to slow down, all wait together. With 1, items run one after the other.',
			},
		],
	};
}

/**
 * How many requests may be under way at once.
 *
 * @throws InputError when it is no such number.
 */
export function readConcurrentRequests(params: ItemParameters): number {
	return params.collection('requestOptions').number('concurrentRequests') ?? DEFAULT_CONCURRENT_REQUESTS;
}
