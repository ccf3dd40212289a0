/** A request as it arrives, before anything in it is believed. */
import { DuoError } from './errors';

export type Pair = [name: string, value: string];

/** A request as it arrived, before anybody believes it. */
export interface WireRequest {
	method: string;
	/** As on the request line, still encoded. */
	path: string;
	rawQuery: string;
	body: Buffer;
	headers: Record<string, string | string[] | undefined>;
}

export const header = (request: WireRequest, name: string): string | undefined => {
	const value = request.headers[name];
	return Array.isArray(value) ? value.join(', ') : value;
};

/** The API host that was called. */
export const hostOf = (request: WireRequest): string => (header(request, 'host') ?? '').toLowerCase();

export function decodePairs(text: string): Pair[] {
	return text
		.split('&')
		.filter((part) => part !== '')
		.map((part) => {
			const equals = part.indexOf('=');
			const [name, value] = equals < 0 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)];
			return [decode(name), decode(value)];
		});
}

export const mediaType = (request: WireRequest) =>
	header(request, 'content-type')?.split(';')[0]?.trim().toLowerCase();

/** A body that does not call itself a form is no form: its parameters were signed but not received. */
export const formPairs = (request: WireRequest): Pair[] =>
	isForm(request) ? decodePairs(request.body.toString('utf8')) : [];

export const isForm = (request: WireRequest) => mediaType(request) === 'application/x-www-form-urlencoded';

export function jsonBody(request: WireRequest): Record<string, unknown> {
	if (mediaType(request) !== 'application/json' || request.body.length === 0) return {};
	try {
		const body: unknown = JSON.parse(request.body.toString('utf8'));
		if (typeof body === 'object' && body !== null && !Array.isArray(body))
			return body as Record<string, unknown>;
	} catch {
		// falls through to the refusal below
	}
	// unconfirmed: how Duo words a body that is no JSON object
	throw new DuoError(40002, 'Invalid request parameters');
}

/** Query, form and JSON body in one map; a repeated name holds all its values. */
export function collectParams(request: WireRequest): Record<string, unknown> {
	const params = Object.create(null) as Record<string, unknown>;
	for (const [name, value] of [...decodePairs(request.rawQuery), ...formPairs(request)]) {
		const before = params[name];
		if (before === undefined) params[name] = value;
		else params[name] = Array.isArray(before) ? [...(before as string[]), value] : [before, value];
	}
	return { ...params, ...jsonBody(request) };
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text.replaceAll('+', ' '));
	} catch {
		return text;
	}
}
