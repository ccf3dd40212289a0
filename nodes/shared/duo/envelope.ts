import type { IDataObject } from 'n8n-workflow';

import { ConnectionError } from '../errors/ConnectionError';
import { DuoApiError } from '../errors/DuoApiError';

import { headerText, type DuoRequest, type HttpResponse } from './sendRequest';

/** What Duo says about the position of a page; both absent on the last page. */
export interface PageMetadata {
	next_offset?: number | string | string[] | null;
	total_objects?: number;
}

/** A successful reply. `response` is an object, a list or a bare string, depending on the endpoint. */
export interface DuoResponse {
	response: unknown;
	metadata: PageMetadata;
	/** Seconds by which this machine's clock is ahead of Duo's (negative: behind), if the reply tells. */
	clockAheadSeconds?: number;
}

interface Envelope {
	stat?: unknown;
	response?: unknown;
	metadata?: PageMetadata | null;
	code?: unknown;
	message?: unknown;
	message_detail?: unknown;
}

/**
 * Takes Duo's JSON envelope apart.
 *
 * @throws DuoApiError for `stat: "FAIL"`, and for a 429 in whatever form (a gateway before Duo may send it).
 * @throws ConnectionError when the answer is not Duo's.
 */
export function parseEnvelope(answer: HttpResponse, request: DuoRequest): DuoResponse {
	const envelope = parse(answer.body);
	if (envelope?.stat === 'OK') {
		return {
			response: envelope.response,
			metadata: envelope.metadata ?? {},
			clockAheadSeconds: clockAheadSeconds(answer.headers),
		};
	}
	if (envelope?.stat === 'FAIL' || answer.status === 429) {
		throw new DuoApiError(
			request.method,
			request.path,
			answer.status,
			{
				code: Number(envelope?.code ?? 0),
				message: detailText(envelope?.message) ?? 'Too many requests',
				detail: detailText(envelope?.message_detail),
			},
			clockAheadSeconds(answer.headers),
			retryAfterSeconds(answer.headers),
		);
	}
	throw notDuo(answer, request);
}

function parse(body: Buffer): Envelope | undefined {
	try {
		const value: unknown = JSON.parse(body.toString('utf8'));
		return typeof value === 'object' && value !== null ? value : undefined;
	} catch {
		return undefined;
	}
}

function detailText(detail: unknown): string | undefined {
	if (detail === undefined || detail === null) return undefined;
	return typeof detail === 'string' ? detail : JSON.stringify(detail);
}

function retryAfterSeconds(headers: IDataObject): number | undefined {
	const seconds = Number(headers['retry-after'] ?? NaN);
	return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

function clockAheadSeconds(headers: IDataObject): number | undefined {
	const duosTime = Date.parse(headerText(headers, 'date'));
	return Number.isNaN(duosTime) ? undefined : Math.round((Date.now() - duosTime) / 1000);
}

function notDuo({ status }: HttpResponse, { method, path, baseUrl }: DuoRequest): ConnectionError {
	const isRedirect = status >= 300 && status < 400;
	return new ConnectionError(
		isRedirect
			? `${baseUrl} wants to redirect the request, which is not followed`
			: `The answer did not come from Duo’s API (HTTP ${status}, not Duo’s JSON)`,
		'Compare the credential’s API hostname with the Duo Admin Panel. If it is right, a proxy or firewall may have answered instead.',
		method,
		path,
		!isRedirect && status >= 500,
	);
}
