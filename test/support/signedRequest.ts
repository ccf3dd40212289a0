/** Signs requests with our credentials, and verifies them with the code of the simulated tenant. */
import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { verify } from '../tenant/http/signature';
import type { WireRequest } from '../tenant/http/wire';

import { credentialTypes } from './credentials';

export const keys = {
	host: 'api-0a1b2c3d.duosecurity.com',
	integrationKey: 'DIKATKATKATKATKATKAT',
	secretKey: 'kat-secret-kat-secret-kat-secret-kat-000',
};

export async function sign(
	type: string,
	request: object,
	credentials: IDataObject = keys,
): Promise<IHttpRequestOptions> {
	const { authenticate } = credentialTypes[type]!;
	if (typeof authenticate !== 'function') throw new Error(`${type} does not sign`);
	return await authenticate(credentials as never, request as IHttpRequestOptions);
}

/** The request as it goes over the wire. */
export function wire(signed: IHttpRequestOptions): WireRequest {
	const url = new URL(signed.url);
	const given = Object.entries((signed.headers ?? {}) as Record<string, string>);
	const headers = given.map(([name, value]) => [name.toLowerCase(), value] as const);
	return {
		method: signed.method ?? 'GET',
		path: url.pathname,
		rawQuery: url.search.slice(1),
		body: Buffer.from((signed.body as string | undefined) ?? ''),
		headers: { host: url.host, ...Object.fromEntries(headers) },
	};
}

/** What signed it, by the tenant's own verification; undefined when the signature is wrong. */
export function signatureOf(signed: IHttpRequestOptions): string | undefined {
	const request = wire(signed);
	const [name, hex] = Buffer.from(String(request.headers.authorization).slice(6), 'base64')
		.toString()
		.split(':');
	expect(name).toBe(keys.integrationKey);
	return verify(request, hex!, keys.secretKey)?.signature;
}
