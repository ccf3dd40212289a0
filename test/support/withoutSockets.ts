/**
 * Takes the sockets out from between n8n and the simulated tenant: n8n's HTTP library hands each finished
 * request to the tenant's server by a function call. Everything above it is n8n's own, signature and all. It
 * saves a TLS handshake for every request.
 */
import { createRequire } from 'node:module';

import { makeCertificate } from '../tenant/certificate';
import { createServer } from '../tenant/http/server';
import type { SimulatedTenant } from '../tenant/simulatedTenant';

/** What the library knows of a request when nothing is left to do but to send it. */
interface ReadyRequest {
	url: string;
	method: string;
	data?: string;
	headers: { toJSON(): Record<string, string> };
}

interface Reply {
	status: number;
	statusText: string;
	headers: object;
	data: Buffer;
	config: ReadyRequest;
}

/** The copy of the library that n8n uses; who sends is a setting of it. */
const axios = createRequire(require.resolve('n8n-core'))('axios') as {
	defaults: { adapter?: unknown };
};

/**
 * From now on all requests of this test file go to the tenant that `tenant` gives, whatever host they name.
 */
export async function sendWithoutSockets(tenant: () => SimulatedTenant): Promise<void> {
	const server = createServer(tenant, await makeCertificate());
	const methods = { DELETE: 'DELETE', GET: 'GET', POST: 'POST', PUT: 'PUT' } as const;
	axios.defaults.adapter = async (config: ReadyRequest): Promise<Reply> => {
		const method = methods[config.method.toUpperCase() as keyof typeof methods];
		const headers = config.headers.toJSON();
		const reply = await server.inject({ url: config.url, method, headers, payload: config.data });
		return {
			status: reply.statusCode,
			statusText: reply.statusMessage,
			headers: reply.headers,
			data: reply.rawPayload,
			config,
		};
	};
}
