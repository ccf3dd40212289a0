/** Runs one node of ours in n8n's own engine, in this process, against the simulated tenant. */
import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	Workflow,
	type IBinaryKeyData,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type IRun,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { startTenant, type Api, type ApiKey, type Tenant, type TenantOptions, type Tls } from '../tenant';

import { CredentialsOfTest } from './credentials';
import { nodeTypes } from './nodeTypes';
import { trustedCertificate } from './trustedCertificate';

/** A tenant whose certificate this process trusts. */
export async function startTrustedTenant(options?: TenantOptions): Promise<Tenant> {
	return await startTenant({ tls: await (certificate ??= trustedCertificate()), ...options });
}

let certificate: Promise<Tls> | undefined;

/** What goes into a credential. */
export type Key = Pick<ApiKey, 'host' | 'integrationKey' | 'secretKey'>;

/** One for each of Duo's APIs, as a tenant has them. */
export type Keys = Record<Api, Key>;

/** What a run of one node needs. */
export interface NodeRun {
	type: 'duoAccounts' | 'duoAdmin' | 'duoAuth';
	parameters: INodeParameters;
	/** The keys in the credential; those of the tenant fitting the node when absent. */
	key?: Partial<ApiKey>;
	/** More values of the credential. */
	credential?: ICredentialDataDecryptedObject;
	/** Further credentials of the node, by their type. */
	furtherCredentials?: Record<string, Key>;
	/** The input items' json; one empty item when absent. */
	items?: IDataObject[];
	/** The files of every input item. */
	binary?: IBinaryKeyData;
	onError?: INode['onError'];
	/** Cancels the run when aborted. */
	cancel?: AbortSignal;
}

/** What came of it. */
export interface NodeResult {
	/** One list of items per output. */
	outputs: INodeExecutionData[][];
	/** The json of the first output's items. */
	json: IDataObject[];
	/** The error that stopped the run. */
	error?: NodeFailure;
	status: IRun['status'];
}

export interface NodeFailure {
	name: string;
	message: string;
	description?: string | null;
	httpCode?: string | null;
	context: IDataObject;
}

/** A workflow of one node of ours, with a credential that has these keys. */
export function contextFor(
	type: NodeRun['type'] | 'duoAdminTrigger',
	parameters: INodeParameters,
	{ host, integrationKey, secretKey }: Key,
	{
		onError,
		credential = {},
		furtherCredentials = {},
		staticData,
	}: Pick<NodeRun, 'onError' | 'credential' | 'furtherCredentials'> & { staticData?: IDataObject } = {},
) {
	const node: INode = {
		id: 'node',
		name: 'Duo',
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		credentials: Object.fromEntries(
			[credentials[apiOf(type, parameters)], ...Object.keys(furtherCredentials)].map((name) => [
				name,
				{ id: '1', name: 'test' },
			]),
		),
		onError,
	};
	const workflow = new Workflow({
		id: 'test',
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes,
		staticData: staticData && { [`node:${node.name}`]: staticData },
	});
	const additionalData = additionalDataFor(
		{ host, integrationKey, secretKey, ...credential },
		Object.fromEntries(
			Object.entries(furtherCredentials).map(([name, key]) => [
				name,
				{ host: key.host, integrationKey: key.integrationKey, secretKey: key.secretKey },
			]),
		),
	);
	return { node, workflow, additionalData };
}

/** Runs a node of ours for its input items, the way a workflow would. */
export async function runNode(tenant: { keys: Keys }, run: NodeRun): Promise<NodeResult> {
	const key = { ...tenant.keys[apiOf(run.type, run.parameters)], ...run.key };
	return await executeNode(contextFor(run.type, run.parameters, key, run), run);
}

/** Runs any node. */
export async function executeNode(
	{ node, workflow, additionalData }: ReturnType<typeof contextFor>,
	run: Pick<NodeRun, 'items' | 'binary' | 'cancel'>,
): Promise<NodeResult> {
	const items = (run.items ?? [{}]).map((json, item) => ({ json, binary: run.binary, pairedItem: { item } }));
	const runExecutionData = createRunExecutionData({
		executionData: {
			contextData: {},
			nodeExecutionStack: [{ node, data: { main: [items] }, source: null }],
			metadata: {},
			waitingExecution: {},
			waitingExecutionSource: {},
		},
	});

	const execution = new WorkflowExecute(additionalData, 'manual', runExecutionData).processRunExecutionData(
		workflow,
	);
	run.cancel?.addEventListener('abort', () => {
		execution.cancel();
	});
	const { data, status } = await execution;
	const outputs = (data.resultData.runData[node.name]?.[0]?.data?.main ?? []).map((output) => output ?? []);
	return {
		outputs,
		json: (outputs[0] ?? []).map(({ json }) => json),
		error: data.resultData.error as unknown as NodeFailure | undefined,
		status,
	};
}

const credentials: Record<Api, string> = {
	accounts: 'duoAccountsApi',
	admin: 'duoAdminApi',
	auth: 'duoAuthApi',
};

/** The API that a node talks to with these parameters. */
export function apiOf(type: NodeRun['type'] | 'duoAdminTrigger', { authentication }: INodeParameters): Api {
	if (type === 'duoAuth') return 'auth';
	if (type === 'duoAccounts') return 'accounts';
	return authentication === 'accountsApi' ? 'accounts' : 'admin';
}

/** What n8n hands to a workflow besides its data; every credential in it has these values. */
export function additionalDataFor(
	credential: ICredentialDataDecryptedObject,
	ofType?: Record<string, ICredentialDataDecryptedObject>,
): IWorkflowExecuteAdditionalData {
	const url = 'http://127.0.0.1/';
	const workflowData = {
		id: 'test',
		name: 'test',
		active: false,
		activeVersionId: null,
		isArchived: false,
		createdAt: new Date(),
		updatedAt: new Date(),
		nodes: [],
		connections: {},
	};
	return {
		hooks: new ExecutionLifecycleHooks('manual', 'test', workflowData),
		executionId: 'test',
		credentialsHelper: new CredentialsOfTest(credential, ofType),
		variables: {},
		setExecutionStatus: () => undefined,
		webhookBaseUrl: url,
		webhookWaitingBaseUrl: url,
		webhookTestBaseUrl: url,
		formWaitingBaseUrl: url,
		restApiUrl: url,
		instanceBaseUrl: url,
	} as unknown as IWorkflowExecuteAdditionalData;
}
