/** Where values stand in the parameters of a sample. */
import type { INodeParameters, INodeProperties, NodeParameterValueType } from 'n8n-workflow';

import { fieldsOf, rowsOf, type Sample } from './samples';

/**
 * The steps from a node's parameters to a value: several, where it is in a collection, a row, a list or a
 * locator.
 */
export type Path = readonly (string | number)[];

/** A place for a value, with the right value for it. */
export interface Slot {
	path: Path;
	/** The parameter or field as its operation describes it, and all names on the way to it. */
	property: INodeProperties;
	propertyName: string;
	value: NodeParameterValueType;
}

/**
 * Every place in a sample where a value or an expression can stand. A list is one as a whole, and its first
 * entry another.
 */
export function slotsOf({ operation, parameters }: Sample): Slot[] {
	return slotsAmong(operation.properties, parameters, [], '');
}

function slotsAmong(
	properties: INodeProperties[],
	values: INodeParameters,
	path: Path,
	owner: string,
): Slot[] {
	return properties.flatMap((property) => {
		const { name } = property;
		const value = values[name];
		if (value === undefined) return [];
		return slotsIn(property, value, [...path, name], owner === '' ? name : `${owner}.${name}`);
	});
}

function slotsIn(
	property: INodeProperties,
	value: NodeParameterValueType,
	path: Path,
	propertyName: string,
): Slot[] {
	const { type, typeOptions } = property;
	const slot = { path, property, propertyName, value };
	switch (type) {
		case 'resourceLocator':
			return [{ ...slot, path: [...path, 'value'], value: (value as { value: string }).value }];
		case 'collection':
			return slotsAmong(fieldsOf(property), value as INodeParameters, path, propertyName);
		case 'fixedCollection':
			return rowsOf(property).flatMap((row) => {
				const [first = {}] = (value as Record<string, INodeParameters[]>)[row.name] ?? [];
				return slotsAmong(row.values, first, [...path, row.name, 0], `${propertyName}.${row.name}`);
			});
		default:
			return typeOptions?.multipleValues
				? [slot, { ...slot, path: [...path, 0], value: (value as string[])[0]! }]
				: [slot];
	}
}

/** The names of all parameters of an operation, with the fields of its collections. */
export function propertyNames(properties: INodeProperties[], owner = ''): string[] {
	return properties.flatMap((property) => {
		const name = `${owner}${property.name}`;
		const fields = fieldsOf(property);
		const rows = rowsOf(property);
		if (fields.length > 0) return propertyNames(fields, `${name}.`);
		if (rows.length > 0) return rows.flatMap((row) => propertyNames(row.values, `${name}.${row.name}.`));
		return [name];
	});
}
