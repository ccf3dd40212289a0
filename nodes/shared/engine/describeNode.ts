import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import type { Operation, Resource } from './operation';
import { requestOptionsField } from './requestOptions';

/**
 * The parameters of a node: the choice of resource, the choice of operation for each, and the parameters of
 * each operation, shown for that operation only, and options for all. All arrays are made afresh: n8n changes
 * them after loading.
 *
 * @param preselected the resource that a new node shows.
 */
export function describeNode(resources: readonly Resource[], preselected: string): INodeProperties[] {
	return [
		resourceField(resources, preselected),
		...resources.map(operationField),
		...resources.flatMap((resource) =>
			resource.operations.flatMap((operation) => operationFields(resource, operation)),
		),
		requestOptionsField(),
	];
}

function resourceField(resources: readonly Resource[], preselected: string): INodeProperties {
	return {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources.map(({ name, value }) => ({ name, value })),
		default: preselected,
	};
}

function operationField(resource: Resource): INodeProperties {
	const { value: preselected } = preselectedOf(resource);
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource.value] } },
		options: resource.operations.map(({ name, value, action, description }) => ({
			name,
			value,
			action,
			description,
		})),
		default: preselected,
	};
}

/** What people mostly want of a resource, and what does no harm. */
function preselectedOf({ operations, preselected }: Resource): Operation {
	const named = (value: string) => operations.find((operation) => operation.value === value);
	return preselected ?? named('getMany') ?? named('get') ?? operations[0]!;
}

/**
 * The parameters of one operation, shown for it only. Resource and operation come first among the conditions:
 * n8n shows a parameter as soon as it meets a condition that is set by expression, and would otherwise ask
 * for those of other operations.
 */
function operationFields(resource: Resource, operation: Operation): INodeProperties[] {
	const conditions = () => ({ resource: [resource.value], operation: [operation.value] });
	return structuredClone(operation.properties).map(({ displayOptions, required, ...property }) => ({
		...property,
		...(required && isAlwaysShown(displayOptions) ? { required } : {}),
		displayOptions: { ...displayOptions, show: { ...conditions(), ...displayOptions?.show } },
	}));
}

/**
 * Only then may n8n demand a value: where another parameter decides by expression whether this one is used,
 * n8n cannot know, and would refuse the whole workflow. An operation refuses what it misses by itself.
 */
function isAlwaysShown(displayOptions: IDisplayOptions | undefined): boolean {
	return displayOptions === undefined;
}
