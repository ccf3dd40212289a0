import type { INodeProperties } from 'n8n-workflow';

import type { ItemParameters } from './ItemParameters';

/** "Return All" and "Limit", as every Get Many of n8n has them. */
export function limitFields(): INodeProperties[] {
	return [
		{
			displayName: 'Return All',
			name: 'returnAll',
			type: 'boolean',
			default: false,
			description: 'Whether to return all results or only up to a given limit',
		},
		{
			displayName: 'Limit',
			name: 'limit',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 50,
			description: 'Max number of results to return',
			displayOptions: { show: { returnAll: [false] } },
		},
	];
}

/** What {@link limitFields} says: a number, or undefined for all. */
export function readLimit(params: ItemParameters): number | undefined {
	return params.flag('returnAll') ? undefined : params.number('limit');
}
