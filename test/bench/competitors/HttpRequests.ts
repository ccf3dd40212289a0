/** n8n's own HTTP Request node with our credential, in n8n's engine. */
import { join } from 'node:path';

import type { IDataObject, INode, INodeParameters, INodeType, IVersionedNodeType } from 'n8n-workflow';
import { NodeHelpers, Workflow } from 'n8n-workflow';

import { additionalDataFor, executeNode, type Key } from '../../support/engine';
import { LIMITS } from '../limits';

/** What a user sets who knows Duo's limits; nothing where there are none. */
export interface Pace {
  /** So many items a minute. */
  items(limit: keyof typeof LIMITS): IDataObject;
  /** Milliseconds between two pages. */
  betweenPages(limit: keyof typeof LIMITS): number;
}

export interface HttpRequests {
  credential: 'duoAdminApi' | 'duoAuthApi';
  /** One request for each; the node's expressions read them as $json. */
  items: IDataObject[];
  /** Of the URL, with expressions. */
  path: string;
  parameters?: INodeParameters;
  options?: IDataObject;
}

export const paceOf = (isLimited: boolean): Pace => ({
  // A second more than a minute: with a minute sharp the first requests meet the last ones of the minute before.
  items: (limit) =>
    isLimited ? { batching: { batch: { batchSize: LIMITS[limit], batchInterval: 61_000 } } } : {},
  betweenPages: (limit) => (isLimited ? Math.ceil(61_000 / LIMITS[limit]) : 0),
});

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
  const { HttpRequest } = require(file) as { HttpRequest: new () => INodeType & IVersionedNodeType };
  return (loaded = new HttpRequest());
}

/** Parameters of a request with a query. */
export const query = (values: Record<string, string>): INodeParameters => ({
  sendQuery: true,
  queryParameters: { parameters: pairs(values) },
});

/** Parameters of a POST with a form. */
export const form = (values: Record<string, string>): INodeParameters => ({
  method: 'POST',
  sendBody: true,
  contentType: 'form-urlencoded',
  bodyParameters: { parameters: pairs(values) },
});

const pairs = (values: Record<string, string>) =>
  Object.entries(values).map(([name, value]) => ({ name, value }));

/** The node's own paging over one of Duo's lists, as our README shows it. */
export const allPages = (requestInterval: number): IDataObject => ({
  pagination: {
    pagination: {
      paginationMode: 'updateAParameterInEachRequest',
      parameters: {
        parameters: [
          { type: 'qs', name: 'offset', value: '={{ $response.body?.metadata?.next_offset ?? 0 }}' },
        ],
      },
      paginationCompleteWhen: 'other',
      completeExpression: '={{ $response.body.metadata.next_offset === undefined }}',
      requestInterval,
    },
  },
});
