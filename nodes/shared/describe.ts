import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import type { Operation, Resource } from './operation';
import { requestOptionsField } from './requestOptions';

/**
 * The parameters of a node: the choice of resource, the choice of operation for each, and the parameters
 * of each operation, shown for that operation only, and options for all. All arrays are made afresh: n8n changes them after
 * loading.
 *
 * @param preselected the resource that a new node shows.
 */
export function describeResources(resources: readonly Resource[], preselected: string): INodeProperties[] {
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

function operationFields(resource: Resource, operation: Operation): INodeProperties[] {
	return updateDisplayOptions(
		{ show: { resource: [resource.value], operation: [operation.value] } },
		structuredClone(operation.properties),
	);
}
