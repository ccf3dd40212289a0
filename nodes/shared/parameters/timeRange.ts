import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../errors/InputError';

import type { ItemParameters } from './ItemParameters';

/** "From" and "To". Read with {@link readTimeRange}. */
export function timeRangeFields(
	defaultFrom: string,
	fromDescription: string,
	toDescription: string,
): INodeProperties[] {
	return [
		{
			displayName: 'From',
			name: 'from',
			type: 'dateTime',
			required: true,
			default: defaultFrom,
			description: fromDescription,
		},
		{
			displayName: 'To',
			name: 'to',
			type: 'dateTime',
			default: '',
			description: toDescription,
		},
	];
}

/** Milliseconds; `to` is now when it is empty. */
export function readTimeRange(params: ItemParameters): { from: number; to: number } {
	const from = params.time('from') ?? params.refuse('from', 'is empty', 'Say where the range begins.');
	const to = params.time('to') ?? Date.now();
	if (from >= to) throw new InputError('“From” must be earlier than “To”');
	return { from, to };
}
