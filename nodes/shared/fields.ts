import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InputError } from './errors/InputError';
import type { ItemParameters } from './parameters/ItemParameters';
import type { DuoParameters } from './duo/Duo';

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

/** For outputs with many fields. */
export function simplifyField(): INodeProperties {
	return {
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	};
}

/** In the order in which n8n wants long lists: by what the user reads. */
export function sorted(fields: INodeProperties[]): INodeProperties[] {
	return fields.sort((a, b) => a.displayName.localeCompare(b.displayName, 'en'));
}

/** Keeps the named fields of an object. */
export function pick(object: object, fields: readonly string[]): IDataObject {
	const source = object as IDataObject;
	return Object.fromEntries(fields.filter((field) => field in source).map((field) => [field, source[field]]));
}

/** Pairs of a name and a value, read with `Collection.pairs`. */
export function pairsField(
	field: Pick<INodeProperties, 'displayName' | 'name' | 'description'>,
): INodeProperties {
	return {
		...field,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Pair',
		default: {},
		options: [
			{
				displayName: 'Pair',
				name: 'pair',
				values: [
					{ displayName: 'Name', name: 'name', type: 'string', default: '' },
					{ displayName: 'Value', name: 'value', type: 'string', default: '' },
				],
			},
		],
	};
}

/** For operations that give a user a name. Read with `newName`. */
export function allowLookAlikesField(): INodeProperties {
	return {
		displayName: 'Allow Look-Alike Characters',
		name: 'allowLookAlikes',
		type: 'boolean',
		default: true,
		description:
			'Whether a new username or alias may mix alphabets, or hold characters that cannot be seen. Otherwise it is refused, because it looks like the name of somebody else.',
	};
}

/** Turns one output into two. The node's `outputs` expression reads it. */
export function separateOutputsField(): INodeProperties {
	return {
		displayName: 'Separate Outputs',
		name: 'separateOutputs',
		type: 'boolean',
		noDataExpression: true,
		default: false,
		description:
			'Whether to give the node two outputs, one for approved items and one for all others. Items with an error never take the first.',
	};
}

/**
 * To be asked before anything is sent: whether an update changes anything at all.
 *
 * @throws InputError when it does not.
 */
export function requireChanges(changes: DuoParameters): void {
	if (Object.values(changes).some((value) => value !== undefined)) return;
	throw new InputError('There is nothing to update', 'Add at least one field to “Update Fields”.');
}
