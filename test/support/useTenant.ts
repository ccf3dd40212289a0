/** For the tests of operations: the simulated tenant, and the nodes that talk to it. */
import type { INodeParameters } from 'n8n-workflow';

import { resources as adminResources } from '../../nodes/DuoAdmin/resources';
import { permissionLabels, type Permission } from '../../nodes/shared/errors/permissions';
import type { AdminPermission, Tenant, TenantOptions } from '../tenant';

import { runNode, startTrustedTenant, type NodeResult, type NodeRun } from './engine';

/** What a run may have besides its parameters. */
export type RunOptions = Partial<Omit<NodeRun, 'parameters'>>;

export interface TenantInUse {
	readonly tenant: Tenant;
	/** Runs an operation of the node Duo Admin. */
	admin(
		resource: string,
		operation: string,
		parameters?: INodeParameters,
		run?: RunOptions,
	): Promise<NodeResult>;
	/** The same for the node Duo Auth. */
	auth: TenantInUse['admin'];
	/** The same for the node Duo Accounts. */
	accounts: TenantInUse['admin'];
	/** Puts a tenant with other options in place of this one, for one test. */
	restart: (options: TenantOptions) => Promise<void>;
	/** What the tenant was asked so far. */
	sent: () => Array<{ method: string; path: string; params: Record<string, unknown> }>;
	/** The same without what only reads. */
	writes: () => Array<{ method: string; path: string; params: Record<string, unknown> }>;
	/**
	 * Expects an operation of Duo Admin to need exactly the permissions that it declares: that it succeeds with
	 * these alone (`prepare` makes the tenant ready and returns the parameters), and that without each of them
	 * the error names it.
	 */
	expectPermissions: (
		resource: string,
		operation: string,
		prepare: () => INodeParameters | Promise<INodeParameters>,
		run?: RunOptions,
	) => Promise<void>;
}

/** A fresh tenant for each test. */
export function useTenant(options?: TenantOptions): TenantInUse {
	return tenantFor(beforeEach, afterEach, options);
}

/** One tenant for all tests of a file, where each only reads what takes long to make. */
export function useSharedTenant(options?: TenantOptions): TenantInUse {
	return tenantFor(beforeAll, afterAll, options);
}

function tenantFor(before: typeof beforeEach, after: typeof afterEach, options?: TenantOptions): TenantInUse {
	let tenant: Tenant;
	before(async () => {
		tenant = await startTrustedTenant(options);
	});
	after(async () => {
		await tenant.stop();
	});

	const runner =
		(type: NodeRun['type']): TenantInUse['admin'] =>
		async (resource, operation, parameters = {}, run = {}) =>
			await runNode(tenant, { type, parameters: { resource, operation, ...parameters }, ...run });
	const admin = runner('duoAdmin');
	const sent = () => tenant.requests.map(({ method, path, params }) => ({ method, path, params }));

	return {
		get tenant() {
			return tenant;
		},
		admin,
		auth: runner('duoAuth'),
		accounts: runner('duoAccounts'),
		async restart(others) {
			await tenant.stop();
			tenant = await startTrustedTenant(others);
		},
		sent,
		writes: () => sent().filter(({ method }) => method !== 'GET'),
		async expectPermissions(resource, operation, prepare, run) {
			const needed = declaredPermissions(resource, operation);
			const permitted = async (allowed: readonly Permission[]) => {
				const key = tenant.addKey({
					api: 'admin',
					permissions: allowed.map((permission) => flags[permission]),
				});
				return await admin(resource, operation, await prepare(), { ...run, key });
			};

			expect((await permitted(needed)).error).toBeUndefined();
			for (const missing of needed) {
				const { error } = await permitted(needed.filter((permission) => permission !== missing));
				expect(error).toMatchObject({
					message: expect.stringContaining('does not allow this application') as unknown,
				});
				expect(error?.description).toContain(permissionLabels([missing]));
			}
		},
	};
}

function declaredPermissions(resource: string, operation: string): readonly Permission[] {
	const operations = adminResources.find(({ value }) => value === resource)?.operations ?? [];
	const found = operations.find(({ value }) => value === operation);
	if (!found) throw new Error(`There is no operation ${resource}: ${operation}`);
	return found.permissions;
}

const flags: Record<Permission, AdminPermission> = {
	readResource: 'adminapi_read_resource',
	writeResource: 'adminapi_write_resource',
	administrators: 'adminapi_admins',
	information: 'adminapi_info',
	applications: 'adminapi_integrations',
	settings: 'adminapi_settings',
	log: 'adminapi_read_log',
};
