/**
 * For every operation of every node: parameters that are right and complete, derived from its description.
 * Where a parameter decides about which others are shown, there is a sample for each of its values.
 */
import type {
	INodeParameters,
	INodeProperties,
	INodePropertyCollection,
	NodeParameterValueType,
} from 'n8n-workflow';

import { resources as accountsResources } from '../../../nodes/DuoAccounts/resources';
import { resources as adminResources } from '../../../nodes/DuoAdmin/resources';
import { resources as authResources } from '../../../nodes/DuoAuth/resources';
import type { Operation, Resource } from '../../../nodes/shared/engine/operation';
import type { NodeRun } from '../../support/engine';
import { locator } from '../../support/locator';

import { things, values, variants } from './rightValues';

type NodeType = NodeRun['type'];

/** An operation, and where it is. */
export interface Place {
	node: NodeType;
	resource: string;
	operation: Operation;
}

/** Right and complete parameters of an operation. */
export interface Sample extends Place {
	/** Unique among all. */
	name: string;
	/** With resource and operation. */
	parameters: INodeParameters;
}

const nodes: Record<NodeType, readonly Resource[]> = {
	duoAccounts: accountsResources,
	duoAdmin: adminResources,
	duoAuth: authResources,
};

export const places: Place[] = (Object.keys(nodes) as NodeType[]).flatMap((node) =>
	nodes[node].flatMap(({ value: resource, operations }) =>
		operations.map((operation) => ({ node, resource, operation })),
	),
);

const key = ({ resource, operation }: Place) => `${resource}.${operation.value}`;

export const nameOf = (place: Place) => `${place.node} ${key(place)}`;

/**
 * One sample for each value of each parameter that decides about others, and those that were thought of
 * besides.
 */
export function samplesOf(place: Place): Sample[] {
	const sample = (variant: string, chosen: INodeParameters): Sample => ({
		...place,
		name: variant === '' ? nameOf(place) : `${nameOf(place)}, ${variant}`,
		parameters: complete(place, chosen),
	});
	const usual = sample('', {});
	const gated = gatesOf(place.operation.properties).flatMap((gate) =>
		choicesOf(gate)
			.filter((choice) => choice !== usual.parameters[gate.name])
			.map((choice) => sample(`${gate.name} ${String(choice)}`, { [gate.name]: choice })),
	);
	const others = Object.entries(variants[key(place)] ?? {}).map(([variant, chosen]) =>
		sample(variant, chosen),
	);
	return [usual, ...gated, ...others];
}

/** The parameters by whose value others are shown. */
export function gatesOf(properties: INodeProperties[]): INodeProperties[] {
	const named = withFields(properties).flatMap(({ displayOptions }) =>
		Object.keys(displayOptions?.show ?? {}),
	);
	const gates = new Set(named.map((name) => name.replace('/', '')));
	return properties.filter(({ name }) => gates.has(name));
}

function withFields(properties: INodeProperties[]): INodeProperties[] {
	return properties.flatMap((property) => [property, ...fieldsOf(property)]);
}

/** The fields of a collection. */
export function fieldsOf({ type, options = [] }: INodeProperties): INodeProperties[] {
	return type === 'collection' ? (options as INodeProperties[]) : [];
}

/** The kinds of rows of a fixed collection. */
export function rowsOf({ type, options = [] }: INodeProperties): INodePropertyCollection[] {
	return type === 'fixedCollection' ? (options as INodePropertyCollection[]) : [];
}

/** The values that an options or boolean parameter can have. */
export function choicesOf({ type, options = [] }: INodeProperties) {
	if (type === 'boolean') return [false, true];
	return options.flatMap((option) => ('value' in option ? [option.value] : []));
}

/** A value for each parameter that is shown with the chosen ones, and each field of its collections. */
function complete(place: Place, chosen: INodeParameters): INodeParameters {
	const { value: operation, properties } = place.operation;
	const parameters: INodeParameters = { resource: place.resource, operation };
	const gates = gatesOf(properties);
	for (const property of properties) {
		if (!isShown(property, parameters)) continue;
		const usual = gates.includes(property) ? property.default : undefined;
		const value = chosen[property.name] ?? usual ?? rightValue(place, property, parameters);
		if (value !== undefined) parameters[property.name] = value;
	}
	return parameters;
}

function isShown({ displayOptions }: INodeProperties, parameters: INodeParameters): boolean {
	return Object.entries(displayOptions?.show ?? {}).every(([name, allowed]) => {
		const value = parameters[name.replace('/', '')];
		return allowed?.some((each) => each === value) ?? true;
	});
}

function rightValue(
	place: Place,
	property: INodeProperties,
	parameters: INodeParameters,
): NodeParameterValueType | undefined {
	const { name, type } = property;
	const byPlace = `${key(place)}.${name}`;
	if (type === 'resourceLocator') return reference(property, things[byPlace] ?? things[name]);
	if (type === 'collection') return collection(place, property, parameters);
	if (type === 'fixedCollection') return rows(place, property, parameters);
	if (byPlace in values) return values[byPlace];
	return name in values && fits(values[name], property) ? values[name] : derived(property);
}

function reference({ modes = [] }: INodeProperties, value = ''): NodeParameterValueType {
	const byId = modes.find((mode) => mode.name === 'id') ?? modes.at(-1)!;
	return locator(byId.name, value);
}

function collection(place: Place, property: INodeProperties, parameters: INodeParameters): INodeParameters {
	const shown = fieldsOf(property).filter((field) => isShown(field, parameters));
	const filled: INodeParameters = {};
	for (const field of shown) {
		const value = rightValue(place, field, parameters);
		if (value !== undefined) filled[field.name] = value;
	}
	return filled;
}

function rows(place: Place, property: INodeProperties, parameters: INodeParameters): INodeParameters {
	return Object.fromEntries(
		rowsOf(property).map((row) => {
			const fields = row.values.map((field) => [field.name, rightValue(place, field, parameters)]);
			return [row.name, [Object.fromEntries(fields) as INodeParameters]];
		}),
	);
}

/**
 * Whether a value that is right for the name is right for the type, too: a name may stand for several things.
 */
function fits(value: NodeParameterValueType | undefined, property: INodeProperties): boolean {
	const { type, typeOptions } = property;
	if (typeOptions?.multipleValues || type === 'multiOptions') return Array.isArray(value);
	if (type === 'options') return choicesOf(property).some((choice) => choice === value);
	if (type === 'number' || type === 'boolean') return typeof value === type;
	return typeof value === 'string';
}

/** Not the default, so that it shows when a value is not read but replaced by it. */
function derived(property: INodeProperties): NodeParameterValueType {
	const { name, type, typeOptions, default: usual } = property;
	if (typeOptions?.multipleValues) return [`Sample ${name}`];
	switch (type) {
		case 'boolean':
			return usual !== true;
		case 'number':
			return Number(usual) + 1;
		case 'options':
			return choicesOf(property).find((choice) => choice !== usual);
		case 'multiOptions':
			return choicesOf(property).slice(1).map(String);
		case 'string':
			return `Sample ${name}`;
		default:
			return usual;
	}
}

export const samples: Sample[] = places.flatMap(samplesOf);
