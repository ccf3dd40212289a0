/** Workflows as n8n exports them: those that ship, and those that tests make. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IConnections, IDataObject, INode } from 'n8n-workflow';

import { locator } from '../../support/locator';

import { repository } from './places';

/** A workflow as n8n exports and imports it. */
export interface WorkflowFile {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings: object;
	/** What nodes are said to have given, by their names, so that they need not run. */
	pinData?: Record<string, { json: IDataObject }[]>;
}

/** The IDs and names of stored credentials, by type. */
export type StoredCredentials = Record<string, { id: string; name: string }>;

const shippedFolder = join(repository, 'workflows');

/** The file names of the workflows that users import, without `.json`. */
export const shippedWorkflows: string[] = readdirSync(shippedFolder)
	.filter((file) => file.endsWith('.json'))
	.map((file) => file.slice(0, -'.json'.length))
	.sort();

export function readShipped(name: string): WorkflowFile {
	return readWorkflow(join(shippedFolder, `${name}.json`));
}

export function readWorkflow(file: string): WorkflowFile {
	return JSON.parse(readFileSync(file, 'utf8')) as WorkflowFile;
}

/** What a user does after the import: choose a credential in every node that wants one. */
export function withCredentials(workflow: WorkflowFile, stored: StoredCredentials): WorkflowFile {
	const nodes = workflow.nodes.map((node) => {
		const type = credentialType(node);
		return type && stored[type] ? { ...node, credentials: { [type]: stored[type] } } : node;
	});
	return { ...workflow, nodes };
}

/** The type of credential that a node wants. */
export function credentialType({ type, parameters }: INode): string | undefined {
	if (/\.duoAdmin(Trigger|Tool)?$/.test(type)) {
		return parameters.authentication === 'accountsApi' ? 'duoAccountsApi' : 'duoAdminApi';
	}
	if (type.endsWith('.duoAuth')) return 'duoAuthApi';
	if (type.endsWith('.duoAccounts')) return 'duoAccountsApi';
	return parameters.nodeCredentialType as string | undefined;
}

/** Where a driver begins and ends. */
export const START = 'Start';
export const CALL = 'Call the workflow';

/** A workflow that hands items to another one, as a user's own would. */
export function driverFor(workflowId: string, inputs: IDataObject[]): WorkflowFile {
	const schema = [...new Set(inputs.flatMap((item) => Object.keys(item)))];
	return {
		name: 'Driver',
		nodes: [
			node(START, 'n8n-nodes-base.manualTrigger', 1, 0, {}),
			node('Inputs', 'n8n-nodes-base.set', 3.4, 200, {
				mode: 'raw',
				jsonOutput: JSON.stringify({ inputs }),
				options: {},
			}),
			node('One item each', 'n8n-nodes-base.splitOut', 1, 400, { fieldToSplitOut: 'inputs', options: {} }),
			node(CALL, 'n8n-nodes-base.executeWorkflow', 1.2, 600, {
				workflowId: locator('id', workflowId),
				workflowInputs: {
					mappingMode: 'defineBelow',
					value: Object.fromEntries(schema.map((name) => [name, `={{ $json.${name} }}`])),
					matchingColumns: [],
					schema: schema.map((id) => ({
						id,
						displayName: id,
						required: false,
						display: true,
						type: typeOf(inputs, id),
					})),
				},
				mode: 'once',
				options: { waitForSubWorkflow: true },
			}),
		],
		connections: chain(START, 'Inputs', 'One item each', CALL),
		settings: { executionOrder: 'v1' },
	};
}

/** Connections from each of the named nodes to the next. */
export function chain(...names: string[]): IConnections {
	const links = names
		.slice(1)
		.map((next, index) => [names[index]!, { main: [[{ node: next, type: 'main', index: 0 }]] }]);
	return Object.fromEntries(links) as IConnections;
}

export function node(
	name: string,
	type: string,
	typeVersion: number,
	x: number,
	parameters: INode['parameters'],
): INode {
	return { id: name, name, type, typeVersion, position: [x, 0], parameters };
}

function typeOf(inputs: IDataObject[], name: string): string {
	const value = inputs.find((item) => item[name] !== undefined)?.[name];
	return typeof value;
}
