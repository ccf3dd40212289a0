import {
	UserError,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type IHttpRequestOptions,
} from 'n8n-workflow';

import { isChildHost, parseApiHost, type ApiHost } from './host';
import { readKeys } from './keys';
import { authorization, canonicalQuery } from './signature';
import { written } from './written';

/**
 * n8n hands over two dialects: its own (`url`, `body`) and, from the HTTP Request node, that of the old
 * request library (`uri`, `form`, `formData`).
 */
type AnyRequest = Omit<IHttpRequestOptions, 'url'> & {
	url?: string;
	uri?: string;
	form?: IDataObject | string;
	formData?: unknown;
};

/**
 * Where the keys of a credential may go: to its own host only, or, with those of a parent account, to the
 * hosts of child accounts as well.
 */
export type Reach = 'ownHost' | 'childHosts';

const VERBS_WITH_BODY = ['POST', 'PUT', 'PATCH'];

/** n8n drops the body of these before sending. */
const VERBS_WITHOUT_BODY = ['GET', 'HEAD', 'OPTIONS'];

/** What we decide here and n8n must not decide again. */
const REPLACED_OPTIONS = [
	'uri',
	'baseURL',
	'qs',
	'body',
	'form',
	'formData',
	'arrayFormat',
	'qsStringifyOptions',
	'useQuerystring',
];

const REPLACED_HEADERS = /^(authorization|date|content-type|content-length|host|x-duo-.*)$/i;

/**
 * Signs a request with the keys of a Duo credential, for every caller in n8n: our nodes, the credential test
 * and the HTTP Request node.
 *
 * Query and body are brought into their final bytes here, so that n8n has nothing left to encode and Duo sees
 * exactly what was signed. The argument is not changed. Signing the result again only renews date and
 * signature: n8n does so after a 401.
 *
 * @throws UserError when the credential cannot be right, the request goes to a host beyond its reach, or has
 * a body that Duo does not take.
 */
export function signRequest(
	credentials: ICredentialDataDecryptedObject,
	requestOptions: IHttpRequestOptions,
	reach: Reach = 'ownHost',
): IHttpRequestOptions {
	const request: AnyRequest = requestOptions;
	const apiHost = parseApiHost(credentials.host);
	const keys = readKeys(credentials);
	const method = (request.method ?? 'GET').toUpperCase() as IHttpRequestOptions['method'] & string;

	const url = targetUrl(request, apiHost, reach);
	url.search = canonicalQuery([...url.searchParams, ...pairs(request.qs)]);
	const body = bodyText(request, method);
	const date = new Date().toUTCString().replace('GMT', '+0000');

	const kept = Object.entries(request).filter(([option]) => !REPLACED_OPTIONS.includes(option));

	return {
		...Object.fromEntries(kept),
		method,
		url: url.href,
		...(body === '' ? {} : { body }),
		headers: {
			...keptHeaders(request.headers),
			...(body === '' ? {} : { 'Content-Type': 'application/json' }),
			Date: date,
			Authorization: authorization({
				...keys,
				date,
				method,
				host: url.host,
				path: url.pathname,
				query: url.search.slice(1),
				body,
			}),
		},
		...NO_REDIRECTS,
	};
}

/** A redirect would carry the signature to a place it was not made for. Both dialects. */
const NO_REDIRECTS = {
	disableFollowRedirect: true,
	followRedirect: false,
	followAllRedirects: false,
	maxRedirects: 0,
	sendCredentialsOnCrossOriginRedirect: false,
};

function targetUrl(request: AnyRequest, apiHost: ApiHost, reach: Reach): URL {
	const address = request.url ?? request.uri ?? '';
	const base = request.baseURL || apiHost.baseUrl;
	if (!URL.canParse(address, base)) throw new UserError(`“${address}” is not a valid URL`);

	const url = new URL(address, base);
	url.hash = '';
	const isReached =
		url.origin === apiHost.baseUrl || (reach === 'childHosts' && isChildHost(url.origin, apiHost));
	if (!isReached) {
		throw new UserError(`This Duo credential cannot be used for ${url.origin}`, {
			description: `Its keys belong to ${apiHost.baseUrl}. Use that address, or choose the credential that fits.`,
		});
	}
	return url;
}

/** Query parameters as pairs; arrays become repeated names, as Duo's log filters expect. */
function pairs(query: IDataObject | undefined): Array<[string, string]> {
	return Object.entries(query ?? {}).flatMap(([name, value]) =>
		(Array.isArray(value) ? (value as unknown[]) : [value])
			.filter((entry) => entry !== null && entry !== undefined)
			.map((entry): [string, string] => [name, queryText(entry)]),
	);
}

function queryText(value: unknown): string {
	return value instanceof Date ? value.toISOString() : written(value);
}

/**
 * The body as one JSON text: signature version 5 covers JSON bodies only, so forms are turned into JSON,
 * which Duo reads the same way.
 */
function bodyText(request: AnyRequest, method: string): string {
	if (VERBS_WITHOUT_BODY.includes(method)) return '';
	const content: unknown = request.body ?? request.form ?? request.formData;
	if (isBlank(content)) return VERBS_WITH_BODY.includes(method) ? '{}' : '';
	if (content instanceof URLSearchParams) return JSON.stringify(formFields(content));
	if (request.formData === undefined && isData(content)) return JSON.stringify(content);
	if (typeof content !== 'string') {
		throw new UserError('Duo takes neither multipart forms nor binary data', {
			description: 'Choose JSON as the body content type.',
		});
	}

	const typed = content.trim();
	if (isJson(typed)) return typed;
	if (contentType(request.headers).includes('x-www-form-urlencoded') || request.form === content) {
		return JSON.stringify(formFields(new URLSearchParams(typed)));
	}
	throw new UserError('The body is not valid JSON', {
		description: 'Duo takes JSON bodies: choose JSON as the body content type and check the text.',
	});
}

function isBlank(content: unknown): boolean {
	return (
		content === undefined ||
		content === null ||
		(typeof content === 'string' && content.trim() === '') ||
		(isData(content) && Object.keys(content).length === 0)
	);
}

/** A plain object or a list: what JSON can carry, and not a form, a stream or a buffer. */
function isData(content: unknown): content is object {
	if (typeof content !== 'object' || content === null) return false;
	// By name, not identity: n8n may hand over objects made in another JavaScript realm, or without a
	// prototype.
	const made: { constructor?: { name: string } } = content;
	return Array.isArray(content) || (made.constructor?.name ?? 'Object') === 'Object';
}

function isJson(content: string): boolean {
	try {
		JSON.parse(content);
		return true;
	} catch {
		return false;
	}
}

/** A form as an object; a repeated name becomes an array. */
function formFields(form: URLSearchParams): Record<string, string | string[]> {
	const names = [...new Set(form.keys())];
	return Object.fromEntries(
		names.map((name) => {
			const values = form.getAll(name);
			return [name, values.length === 1 ? values[0]! : values];
		}),
	);
}

function keptHeaders(headers: IDataObject = {}): IDataObject {
	return Object.fromEntries(Object.entries(headers).filter(([name]) => !REPLACED_HEADERS.test(name)));
}

function contentType(headers: IDataObject = {}): string {
	const found = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type');
	return written(found?.[1]).toLowerCase();
}
