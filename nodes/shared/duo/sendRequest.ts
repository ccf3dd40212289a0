import type {
	IAllExecuteFunctions,
	IDataObject,
	IHttpRequestMethods,
	IN8nHttpFullResponse,
} from 'n8n-workflow';

import { ConnectionError } from '../errors/ConnectionError';

import { isIdempotent } from './retry';

/** One request to Duo, before it is signed. */
export interface DuoRequest {
	method: IHttpRequestMethods;
	/** `https://` and the host. */
	baseUrl: string;
	path: string;
	query?: IDataObject;
	body?: IDataObject;
	/** Milliseconds until the request is given up. */
	timeout: number;
}

/** What came back over the wire, whatever it is. */
export interface HttpResponse {
	status: number;
	headers: IDataObject;
	body: Buffer;
}

/** A header of a response; empty where it is missing. */
export function headerText(headers: IDataObject, name: string): string {
	const value = headers[name];
	return typeof value === 'string' ? value : '';
}

/** The functions of n8n that a node needs to talk to Duo. */
export type RequestContext = Pick<IAllExecuteFunctions, 'helpers' | 'getNode' | 'getCredentials'> & {
	getExecutionCancelSignal?: () => AbortSignal | undefined;
};

/**
 * Sends one signed request through n8n (its proxy settings, its credential) and returns the answer with
 * any HTTP status.
 *
 * Statuses are not treated as faults here, so that n8n does not repeat the request on a 401 and we see
 * Duo's own words.
 *
 * @throws ConnectionError when there is no answer at all.
 */
export async function sendRequest(
	context: RequestContext,
	credentialType: string,
	{ method, baseUrl, path, query, body, timeout }: DuoRequest,
): Promise<HttpResponse> {
	const sent = context.helpers.httpRequestWithAuthentication.call(
		context as IAllExecuteFunctions,
		credentialType,
		{
			method,
			url: `${baseUrl}${path}`,
			qs: query,
			body,
			timeout,
			encoding: 'arraybuffer',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		},
	) as Promise<IN8nHttpFullResponse>;

	const {
		statusCode,
		headers,
		body: bytes,
	} = await sent.catch((fault: unknown) => {
		throw noAnswer(fault, method, baseUrl, path);
	});
	// Not copied: a page of a list may be a megabyte.
	const received = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes as ArrayBuffer);
	return { status: statusCode, headers: headers, body: received };
}

function noAnswer(
	fault: unknown,
	method: IHttpRequestMethods,
	baseUrl: string,
	path: string,
): ConnectionError {
	const fill = (text: string) => text.replace('{host}', baseUrl);
	const code = faultCode(fault);
	const known = reasons.find(({ codes }) => codes.includes(code));
	const { message, hint, repeatable } = known ?? {
		message: `There was no answer from ${baseUrl}`,
		hint: code ? `The network reports ${code}.` : faultText(fault),
		repeatable: code !== '',
	};
	const wasNotSent = known?.neverSent === true || isWhileConnecting(fault);
	return new ConnectionError(
		fill(message),
		fill(wasNotSent || isIdempotent(method) ? hint : `${hint} ${MAYBE_DONE}`),
		method,
		path,
		repeatable,
		wasNotSent,
	);
}

const MAYBE_DONE = 'Duo may have carried out the request all the same: look before you send it again.';

interface Reason {
	codes: string[];
	message: string;
	hint: string;
	repeatable: boolean;
	/** Whether it happens only before anything is sent. */
	neverSent?: boolean;
}

/** By the codes of Node.js and axios. */
const reasons: Reason[] = [
	{
		codes: ['EAI_AGAIN'],
		message: 'The API hostname {host} could not be looked up just now',
		hint: 'The DNS of the machine that runs n8n gives no answer. Try again later.',
		repeatable: true,
		neverSent: true,
	},
	{
		codes: ['ENOTFOUND'],
		message: 'The API hostname {host} was not found',
		hint: 'Compare the credential’s API hostname with the Duo Admin Panel, and check that n8n reaches the internet and its DNS.',
		repeatable: false,
		neverSent: true,
	},
	{
		codes: ['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT', 'ERR_CANCELED'],
		message: 'Duo did not answer in time',
		hint: 'Try again later, and check that n8n’s network lets it reach {host}.',
		repeatable: true,
	},
	{
		codes: ['ECONNRESET', 'EPIPE', 'ERR_BAD_RESPONSE'],
		message: 'The connection to {host} broke before the answer came',
		hint: 'Try again.',
		repeatable: true,
	},
	{
		codes: ['ECONNREFUSED'],
		message: '{host} does not accept connections',
		hint: 'Check the credential’s API hostname and the firewall of the machine that runs n8n.',
		repeatable: true,
		neverSent: true,
	},
	{
		// An open connection may end like this as well.
		codes: ['EHOSTUNREACH', 'ENETUNREACH'],
		message: 'The network has no way to {host}',
		hint: 'Check the credential’s API hostname, and the network and the firewall of the machine that runs n8n.',
		repeatable: true,
	},
	{
		codes: [
			'DEPTH_ZERO_SELF_SIGNED_CERT',
			'SELF_SIGNED_CERT_IN_CHAIN',
			'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
			'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
			'CERT_HAS_EXPIRED',
			'ERR_TLS_CERT_ALTNAME_INVALID',
		],
		message: 'The certificate of {host} is not trusted',
		hint: 'A proxy may be reading the traffic. Give n8n its certificate through NODE_EXTRA_CA_CERTS.',
		repeatable: false,
		neverSent: true,
	},
];

interface Fault {
	code?: unknown;
	httpCode?: unknown;
	/** What Node.js was about to do. */
	syscall?: unknown;
	/** One for each address of the host. */
	errors?: unknown;
	message?: unknown;
	/** What n8n replaced by words of its own. */
	messages?: unknown;
	cause?: unknown;
}

/** n8n wraps the fault of the HTTP library, at times more than once. */
function* causes(fault: unknown): Generator<Fault> {
	for (let at = fault as Fault | undefined; at; at = at.cause as Fault | undefined) yield at;
}

/** Before n8n 2, n8n keeps no more of the fault than its code, and calls that `httpCode`. */
function faultCode(fault: unknown): string {
	for (const { code, httpCode } of causes(fault)) {
		const found = [code, httpCode].find(isCode);
		if (found !== undefined) return found;
	}
	return '';
}

/**
 * Whether there was no connection yet, so that nothing can have been sent: also after a time-out of the
 * network's own. Before n8n 2, only the words of Node.js tell, e.g. "connect ETIMEDOUT 192.0.2.1:443".
 */
function isWhileConnecting(fault: unknown): boolean {
	for (const { syscall, errors } of causes(fault)) {
		if (syscall === 'connect' || syscall === 'getaddrinfo') return true;
		if (Array.isArray(errors) && errors.length > 0) return errors.every(isWhileConnecting);
	}
	return [...causes(fault)].some(({ message, messages }) =>
		[message, messages].flat().some((text) => typeof text === 'string' && WHILE_CONNECTING.test(text)),
	);
}

/** The whole text: where several addresses were tried, it may go on with one that was reached. */
const WHILE_CONNECTING = /^(connect|getaddrinfo) E[A-Z_]+ [^\s,;]+( - Local \([^\s)]*\))?$/;

/** A code such as `ECONNRESET`, not a status such as `403`. */
function isCode(value: unknown): value is string {
	return typeof value === 'string' && /^[A-Z]/.test(value);
}

function faultText(fault: unknown): string {
	const { message } = fault as Fault;
	return typeof message === 'string' ? message : '';
}
