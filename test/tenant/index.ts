/** The simulated tenant: what tests may use of it. */
import type { AddressInfo } from 'node:net';

import { makeCertificate } from './certificate';
import { createServer } from './http/server';
import { fillWithSample } from './sample';
import { SimulatedTenant } from './simulatedTenant';
import type { Tenant, TenantOptions } from './types';

export * from './types';
export type * from './model/records';
export type * from './logs/rowTypes';
export type { GenerateOptions } from './logs/generate';
export type { LogEntry } from './logs/journal';
export type { AddOptions, GrowOptions, Logs } from './logs/logs';
export type { Account } from './model/account';

/** Starts a simulated Duo tenant on loopback. */
export async function startTenant(options: TenantOptions = {}): Promise<Tenant> {
	const tls = options.tls ?? (await makeCertificate());
	const servers: ReturnType<typeof createServer>[] = [];
	const listen = async (port: number) => {
		const server = createServer(() => tenant, tls);
		servers.push(server);
		await server.listen({ host: '127.0.0.1', port });
		return `127.0.0.1:${(server.server.address() as AddressInfo).port}`;
	};
	const host = await listen(options.port ?? 0);
	const childHosts = await Promise.all(Array.from({ length: options.childHosts ?? 3 }, () => listen(0)));
	const tenant = new SimulatedTenant(options, host, childHosts, tls.certificate, async () => {
		await Promise.all(servers.map((server) => server.close()));
	});
	if (options.sample) fillTenant(tenant, options.sample);
	return tenant;
}

/** The parent, and two small child accounts. */
function fillTenant(tenant: SimulatedTenant, sample: { seed: number; users: number }): void {
	fillWithSample(tenant.account, sample);
	for (const [index, name] of ['Branch office', 'Warehouse'].entries()) {
		fillWithSample(tenant.addChild(name), {
			seed: sample.seed + index + 1,
			users: Math.min(sample.users, 5),
		});
	}
}
