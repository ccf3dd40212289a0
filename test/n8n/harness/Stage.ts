/** Brings a running n8n and a simulated tenant together, for one test file. */
import type { IDataObject } from 'n8n-workflow';

import { startTenant, type ApiKey, type Tenant, type TenantOptions } from '../../tenant';

import { announced } from './announcement';
import { runWorkflow, type Execution } from './executions';
import { RestClient } from './RestClient';
import {
	CALL,
	driverFor,
	START,
	withCredentials,
	type StoredCredentials,
	type WorkflowFile,
} from './workflows';

/** n8n, logged in as its owner, with a tenant and with credentials for it. */
export class Stage {
	private constructor(
		readonly n8n: RestClient,
		readonly tenant: Tenant,
		readonly credentials: StoredCredentials,
	) {}

	/** For one test file: the n8n that runs for all, and a tenant of its own. */
	static async open(options: TenantOptions = {}): Promise<Stage> {
		const { url, tls } = announced();
		const n8n = new RestClient(url);
		await n8n.logIn();
		const tenant = await startTenant({ ...options, tls });
		try {
			return await Stage.between(n8n, tenant);
		} catch (fault) {
			await tenant.stop();
			throw fault;
		}
	}

	/** Stores credentials for the tenant in n8n. */
	static async between(n8n: RestClient, tenant: Tenant, admin = tenant.keys.admin): Promise<Stage> {
		const { auth, accounts } = tenant.keys;
		const credentials = {
			duoAdminApi: await storeCredential(n8n, 'duoAdminApi', 'Duo Admin (simulated)', admin),
			duoAuthApi: await storeCredential(n8n, 'duoAuthApi', 'Duo Auth (simulated)', auth),
			duoAccountsApi: await storeCredential(n8n, 'duoAccountsApi', 'Duo Accounts (simulated)', accounts),
		};
		return new Stage(n8n, tenant, credentials);
	}

	/** Imports a workflow and chooses the credentials. @returns its ID in n8n. */
	async importWorkflow(workflow: WorkflowFile): Promise<string> {
		const { id } = await this.n8n.post<{ id: string }>(
			'/rest/workflows',
			withCredentials(workflow, this.credentials),
		);
		return id;
	}

	/** Imports a workflow and makes it active. @returns its ID in n8n. */
	async activate(workflow: WorkflowFile): Promise<string> {
		const id = await this.importWorkflow(workflow);
		const { versionId } = await this.n8n.get<{ versionId: string }>(`/rest/workflows/${id}`);
		await this.n8n.post(`/rest/workflows/${id}/activate`, { versionId });
		return id;
	}

	/** Imports a workflow and runs it from this trigger. */
	async run(workflow: WorkflowFile, trigger = START): Promise<Execution> {
		return await runWorkflow(this.n8n, await this.importWorkflow(workflow), trigger);
	}

	/**
	 * Imports a workflow and calls it from another one, with these items. @returns what the caller gets back.
	 */
	async call(workflow: WorkflowFile, inputs: IDataObject[]): Promise<IDataObject[]> {
		const execution = await this.run(driverFor(await this.importWorkflow(workflow), inputs));
		if (execution.error) throw new Error(execution.error.message, { cause: execution.error });
		return execution.nodes[CALL]?.[0]?.outputs[0] ?? [];
	}

	async close(): Promise<void> {
		await this.tenant.stop();
	}
}

async function storeCredential(n8n: RestClient, type: string, name: string, key: ApiKey) {
	const { id } = await n8n.post<{ id: string }>('/rest/credentials', {
		name,
		type,
		data: credentialData(key),
	});
	return { id, name };
}

/** What a user types into a credential. */
export function credentialData({ host, integrationKey, secretKey }: ApiKey) {
	return { host, integrationKey, secretKey };
}
