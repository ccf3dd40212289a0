import { NodeOperationError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

import { REQUESTS_SIDE_BY_SIDE } from './transport/Governor';

const MOST_SIDE_BY_SIDE = 100;

/** For every operation of a node. Read with {@link readSideBySide}. */
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
				displayName: 'Requests Side by Side',
				name: 'sideBySide',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: MOST_SIDE_BY_SIDE },
				default: REQUESTS_SIDE_BY_SIDE,
				description:
					'How many requests may be under way at once. When Duo asks to slow down, all wait together. With 1, items run one after the other.',
			},
		],
	};
}

/**
 * How many requests may be under way at once.
 *
 * @throws NodeOperationError when it is no such number.
 */
export function readSideBySide(n8n: IExecuteFunctions): number {
	const { sideBySide = REQUESTS_SIDE_BY_SIDE } = n8n.getNodeParameter('requestOptions', 0, {}) as {
		sideBySide?: number;
	};
	if (Number.isInteger(sideBySide) && sideBySide >= 1 && sideBySide <= MOST_SIDE_BY_SIDE) return sideBySide;
	const message = `“Requests Side by Side” must be a whole number from 1 to ${MOST_SIDE_BY_SIDE}`;
	throw new NodeOperationError(n8n.getNode(), message);
}
