/** A client for the tests of the tenant, with a signer that shares no code with it. */
import { createHash, createHmac } from 'node:crypto';
import { request } from 'node:https';

import type { ApiKey, Tenant } from '../index';

/** A Duo client for the tenant's own tests, with a signer that shares no code with the tenant. */
export interface CallOptions {
	key?: Pick<ApiKey, 'integrationKey' | 'secretKey'>;
	sign?: 'v2-sha1' | 'v2-sha512' | 'v4' | 'v5' | 'none';
	date?: string;
	headers?: Record<string, string>;
	/** Sent instead of the parameters that were signed. */
	sentBody?: string;
	/** The API host to call; the parent's when left out. */
	host?: string;
	contentType?: string | null;
}

/** What the tests read out of answers; each is there where the call in question returns it. */
export interface Fields {
	[name: string]: unknown;
	account_id: string;
	activation_code: string;
	activation_url: string;
	bypass_code_id: string;
	created: number;
	devices: Fields[];
	expiration: number;
	group_id: string;
	name: string;
	push_id: string;
	result: string;
	stat: string;
	time: number;
	token_id: string;
	trusted_device_token: string;
	txid: string;
	user_id: string;
	username: string;
	users: Fields[];
	verification_code: string;
}

interface Body {
	stat: string;
	response: Fields & Fields[];
	code?: number;
	message?: string;
	message_detail?: string;
	metadata?: { total_objects: number; next_offset?: number; prev_offset?: number };
}

export interface Reply {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	text: string;
	body: Body;
}

export type Values = Record<string, string | string[] | boolean | number>;

const sha512 = (text: string) => createHash('sha512').update(text).digest('hex');

const encode = (text: string) =>
	encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

const canonical = (values: Values) =>
	Object.entries(values)
		.flatMap(([name, value]) => [value].flat().map((single) => [encode(name), encode(String(single))]))
		.sort(([a, x], [b, y]) => (a! < b! ? -1 : a! > b! ? 1 : x! < y! ? -1 : 1))
		.map((pair) => pair.join('='))
		.join('&');

export async function call(
	tenant: Tenant,
	method: string,
	path: string,
	values: Values = {},
	{ sign = 'v2-sha1', ...options }: CallOptions = {},
): Promise<Reply> {
	const key = options.key ?? keyFor(tenant, path);
	const inQuery = ['GET', 'DELETE'].includes(method);
	const json = sign === 'v4' || sign === 'v5';
	const params = canonical(values);
	const body = inQuery ? '' : json ? JSON.stringify(values) : params;
	const host = options.host ?? tenant.host;
	const date = options.date ?? new Date().toUTCString();
	const extra = Object.entries(options.headers ?? {})
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.flat()
		.join('\0');
	const head = [date, method, host, path];
	const lines = json
		? [...head, inQuery ? params : '', sha512(body), ...(sign === 'v5' ? [sha512(extra)] : [])]
		: [...head, params];
	const hex = createHmac(sign === 'v2-sha1' ? 'sha1' : 'sha512', key.secretKey)
		.update(lines.join('\n'))
		.digest('hex');
	const basic = Buffer.from(`${key.integrationKey}:${hex}`).toString('base64');
	const type = json ? 'application/json' : 'application/x-www-form-urlencoded';
	const headers: Record<string, string> = { ...(date && { date }), ...options.headers };
	if (sign !== 'none') headers.authorization = `Basic ${basic}`;
	if (!inQuery && options.contentType !== null) headers['content-type'] = options.contentType ?? type;
	return send(
		tenant,
		host,
		method,
		inQuery && params ? `${path}?${params}` : path,
		headers,
		options.sentBody ?? body,
	);
}

const keyFor = ({ keys }: Tenant, path: string): ApiKey =>
	path.startsWith('/auth') ? keys.auth : path.startsWith('/accounts') ? keys.accounts : keys.admin;

function send(
	tenant: Tenant,
	host: string,
	method: string,
	path: string,
	headers: Record<string, string>,
	body: string,
) {
	return new Promise<Reply>((resolve, reject) => {
		const [hostname, port] = host.split(':');
		const options = { hostname, port, method, path, headers, ca: tenant.certificate, agent: false as const };
		const outgoing = request(options, (incoming) => {
			const chunks: Buffer[] = [];
			incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
			incoming.on('error', reject);
			incoming.on('end', () => {
				const text = Buffer.concat(chunks).toString('utf8');
				const isJson = incoming.headers['content-type'] === 'application/json';
				resolve({
					status: incoming.statusCode ?? 0,
					headers: incoming.headers,
					text,
					body: isJson ? (JSON.parse(text) as Body) : ({} as Body),
				});
			});
		});
		outgoing.on('error', reject);
		outgoing.end(body);
	});
}
