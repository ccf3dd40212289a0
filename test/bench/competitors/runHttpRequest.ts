/** n8n's own HTTP Request node with our credential, in n8n's engine. */
import { createRequire } from 'node:module';
import { join } from 'node:path';

import {
	NodeHelpers,
	Workflow,
	type IDataObject,
	type INode,
	type INodeParameters,
	type INodeType,
	type IVersionedNodeType,
} from 'n8n-workflow';

import { additionalDataFor, executeNode, type Key } from '../../support/engine';

import type { HttpRequests } from './HttpRequests';

/** Runs the node once. @returns its output items. */
export async function runHttpRequest(
	n8nNodes: string,
	key: Key,
	{ credential, items, path, parameters, options }: HttpRequests,
): Promise<IDataObject[]> {
	const node: INode = {
		id: 'node',
		name: 'HTTP Request',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		position: [0, 0],
		onError: 'continueRegularOutput',
		credentials: { [credential]: { id: '1', name: 'test' } },
		parameters: {
			url: `=https://${key.host}${path}`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: credential,
			...parameters,
			options: options as INodeParameters,
		},
	};
	const type = load(n8nNodes);
	const workflow = new Workflow({
		id: 'test',
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: {
			getByName: () => type,
			getByNameAndVersion: (_, version) => NodeHelpers.getVersionedNodeType(type, version),
			getKnownTypes: () => ({}),
		},
	});
	const { host, integrationKey, secretKey } = key;
	const additionalData = additionalDataFor({ host, integrationKey, secretKey });
	const { json, error } = await executeNode({ node, workflow, additionalData }, { items });
	if (error) throw new Error(`The HTTP Request node failed: ${error.message}`);
	return json;
}

let loaded: (INodeType & IVersionedNodeType) | undefined;

function load(n8nNodes: string): INodeType & IVersionedNodeType {
	if (loaded) return loaded;
	const file = join(n8nNodes, 'n8n-nodes-base/dist/nodes/HttpRequest/HttpRequest.node.js');
	const { HttpRequest } = createRequire(__filename)(file) as {
		HttpRequest: new () => INodeType & IVersionedNodeType;
	};
	return (loaded = new HttpRequest());
}
