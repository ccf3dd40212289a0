import type { IDataObject, INodeProperties } from 'n8n-workflow';

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

/** Keeps the named fields of an object. */
export function pick(object: object, fields: readonly string[]): IDataObject {
	const source = object as IDataObject;
	return Object.fromEntries(fields.filter((field) => field in source).map((field) => [field, source[field]]));
}
