import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

import { parseApiHost, type ApiHost } from '../../../credentials/common/host';
import { readKeys } from '../../../credentials/common/keys';
import { pasted } from '../../../credentials/common/pasted';
import { ConnectionError } from '../errors/ConnectionError';

import { AdaptiveThrottle, DEFAULT_CONCURRENT_REQUESTS } from './AdaptiveThrottle';
import { parseEnvelope, type PageMetadata, type DuoResponse } from './envelope';
import { type Page, PagesAhead } from './PagesAhead';
import { isIdempotent, isRejected, waitAfterFault } from './retry';
import { RunCache } from './RunCache';
import {
	headerText,
	sendRequest,
	type HttpResponse,
	type DuoRequest,
	type RequestContext,
} from './sendRequest';
import { throwIfCancelled, wait } from './wait';

const DEFAULT_TIMEOUT = 30_000;

/** The largest page that Duo gives for most lists; larger limits are silently lowered. */
const DEFAULT_PAGE_SIZE = 500;

/** Scalars travel as text, lists and objects as the JSON that they are. */
export type DuoParameters = Record<string, string | number | boolean | object | undefined>;

export interface CallOptions {
	/** Milliseconds; 30,000 unless given. */
	timeout?: number;
	/** Whether a request that got lost is sent again where that is harmless; true unless given. */
	retry?: boolean;
	/** Whether Duo may keep the request until something happens, e.g. until a push is answered. */
	longPoll?: boolean;
	/** For a POST that changes nothing: it may be sent again like a GET. */
	idempotent?: boolean;
	/** The user whom the request authenticates: Duo has limits for each of them, too. */
	user?: string;
}

export interface DuoOptions {
	/** Whether requests are tried again at all; a trigger rather waits for its next poll. */
	retry: boolean;
	/** How many requests may be under way at once. */
	concurrentRequests?: number;
}

/** A child account of an MSP, as Duo's Accounts API lists it. */
export interface ChildAccount {
	account_id: string;
	/** Where the child's data is: not the parent's host. */
	api_hostname: string;
	name: string;
}

/** Which account is asked. */
export interface AccountIdentity {
	/** Its API hostname. */
	host: string;
	/** Present when it is asked with the keys of its parent. */
	child?: ChildAccount;
}

export interface ListOptions {
	query?: DuoParameters;
	/** At most so many objects; all when absent. */
	limit?: number;
	/** The largest page that Duo gives for this list. */
	pageSize?: number;
}

/**
 * Duo as the nodes see it, for the time of one run: signed requests with one credential, their envelopes,
 * pages and retries. All requests of a run to one account share one pace (see Governor).
 *
 * Every method throws DuoApiError when Duo refuses, ConnectionError when no answer comes, and
 * ManualExecutionCancelledError when the execution is cancelled.
 */
export class Duo {
	/** What this run knows of the account. */
	readonly cache = new RunCache();

	private readonly throttle: AdaptiveThrottle;

	private readonly others = new Map<string, Duo>();

	private baseUrl?: string;

	private changes = 0;

	constructor(
		private readonly context: RequestContext,
		private readonly credentialType: string,
		private readonly options: DuoOptions = { retry: true },
		/** The child account that all calls are about. */
		private readonly child?: ChildAccount,
	) {
		this.throttle = new AdaptiveThrottle(options.concurrentRequests ?? DEFAULT_CONCURRENT_REQUESTS);
	}

	/** The same credential, for the data of a child account: its own host, and its ID in every call. */
	forChild(child: ChildAccount): Duo {
		return new Duo(this.context, this.credentialType, this.options, child);
	}

	/** Another API, with another credential of the same node; the same for all who ask. */
	beside(credentialType: string): Duo {
		const known = this.others.get(credentialType);
		if (known) return known;
		const other = new Duo(this.context, credentialType, this.options);
		this.others.set(credentialType, other);
		return other;
	}

	/** How many requests that may change something were sent so far. */
	get changesSent(): number {
		return this.changes;
	}

	/** Aborted when the execution is cancelled; undefined where n8n gives no such signal. */
	get cancelled(): AbortSignal | undefined {
		return this.context.getExecutionCancelSignal?.();
	}

	async get<T = unknown>(path: string, query?: DuoParameters, options?: CallOptions): Promise<T> {
		return (await this.call('GET', path, query, options)).response as T;
	}

	/** The whole reply to a GET, for lists with paging of their own. */
	async ask(path: string, query?: DuoParameters): Promise<DuoResponse> {
		return await this.call('GET', path, query);
	}

	async post<T = unknown>(path: string, body?: DuoParameters, options?: CallOptions): Promise<T> {
		return (await this.call('POST', path, body, options)).response as T;
	}

	async put<T = unknown>(path: string, body?: DuoParameters): Promise<T> {
		return (await this.call('PUT', path, body)).response as T;
	}

	async delete(path: string, query?: DuoParameters): Promise<void> {
		await this.call('DELETE', path, query);
	}

	/** All objects of a list with `limit` and `offset`, up to `limit`. */
	async list<T>(path: string, options: ListOptions = {}): Promise<T[]> {
		const found: T[] = [];
		for await (const { objects } of this.pages<T>(path, options)) found.push(...objects);
		return found;
	}

	/**
	 * The pages of a list one by one, for lists too long to hold. The first page tells where the others begin;
	 * they are asked for side by side, and handed out in order.
	 */
	async *pages<T>(path: string, { query, limit = Infinity, pageSize = DEFAULT_PAGE_SIZE }: ListOptions = {}) {
		const ahead = new PagesAhead<T>(
			async (offset) => await this.page<T>(path, offset, Math.min(pageSize, limit - offset), query),
			this.throttle.width,
		);
		let offset: number | undefined = 0;
		while (offset !== undefined && offset < limit) {
			const page: Page<T> = await ahead.at(offset);
			yield { ...page, objects: page.objects.slice(0, limit - offset) };

			if (page.nextOffset !== undefined && page.nextOffset <= offset) throw repeatedPage(path);
			ahead.foresee(offset, page, limit);
			offset = page.nextOffset;
		}
	}

	/** One page of a list. */
	async page<T>(path: string, offset: number, limit: number, query?: DuoParameters): Promise<Page<T>> {
		const { response, metadata } = await this.call('GET', path, { ...query, limit, offset });
		return {
			objects: Array.isArray(response) ? (response as T[]) : [],
			nextOffset: nextOffset(metadata),
			total: metadata.total_objects,
		};
	}

	/** A reply that is not JSON when it succeeds, e.g. an image. */
	async getBinary(path: string): Promise<{ data: Buffer; mimeType: string }> {
		const mimeType = ({ headers }: HttpResponse) => headerText(headers, 'content-type').split(';')[0]!;
		return await this.send('GET', path, undefined, {}, (answer, request) => {
			const isEnvelope = answer.status !== 200 || mimeType(answer) === 'application/json';
			if (isEnvelope) parseEnvelope(answer, request);
			return { data: answer.body, mimeType: mimeType(answer) };
		});
	}

	/** A value of the credential that is no secret, e.g. the directory key. */
	async credentialValue(name: 'directoryKey' | 'integrationKey'): Promise<string> {
		const credentials = await this.context.getCredentials(this.credentialType);
		return pasted(credentials[name]);
	}

	async identity(): Promise<AccountIdentity> {
		return { host: (await this.apiHost()).host, child: this.child };
	}

	private async call(
		method: IHttpRequestMethods,
		path: string,
		parameters?: DuoParameters,
		options: CallOptions = {},
	): Promise<DuoResponse> {
		return await this.send(method, path, parameters, options, parseEnvelope);
	}

	private async send<T>(
		method: IHttpRequestMethods,
		path: string,
		parameters: DuoParameters | undefined,
		{ timeout = DEFAULT_TIMEOUT, retry = true, idempotent = false, longPoll = false, user }: CallOptions,
		read: (answer: HttpResponse, request: DuoRequest) => T,
	): Promise<T> {
		this.baseUrl ??= (await this.apiHost()).baseUrl;
		const mayRepeat = idempotent || isIdempotent(method);
		const placed = isIdempotent(method) ? 'query' : 'body';
		const request: DuoRequest = {
			method,
			baseUrl: this.baseUrl,
			path,
			timeout,
			[placed]: wireForm({ ...parameters, account_id: this.child?.account_id ?? parameters?.account_id }),
		};

		const sending = { longPoll, retry: this.options.retry, user, cancelled: this.cancelled };
		if (!idempotent && method !== 'GET') this.changes++;
		for (let tries = 1; ; tries++) {
			let fault: unknown;
			try {
				return await this.throttle.send(
					async () => read(await sendRequest(this.context, this.credentialType, request), request),
					sending,
				);
			} catch (caught) {
				throwIfCancelled(this.cancelled);
				// A change whose answer got lost may have been made: what is remembered may be wrong now.
				if (!mayRepeat && !isRejected(caught)) this.cache.clear();
				fault = caught;
			}
			const pause = waitAfterFault(fault, mayRepeat, tries);
			if (pause === undefined || !this.options.retry || !retry) throw fault;
			await wait(pause, this.cancelled);
		}
	}

	/**
	 * Refuses keys that cannot be right, too: what is thrown when n8n has them sign, it shows as a fault of the
	 * network.
	 */
	private async apiHost(): Promise<ApiHost> {
		const credentials = await this.context.getCredentials(this.credentialType);
		readKeys(credentials);
		return parseApiHost(this.child?.api_hostname ?? credentials.host);
	}
}

/** Duo's older endpoints want every scalar as text, in JSON too. Undefined ones are left out. */
function wireForm(parameters: DuoParameters = {}): IDataObject {
	return Object.fromEntries(
		Object.entries(parameters)
			.filter(([, value]) => value !== undefined)
			.map(([name, value]) => [name, typeof value === 'object' ? value : String(value)]),
	);
}

function nextOffset({ next_offset: next }: PageMetadata): number | undefined {
	return next === null || next === undefined ? undefined : Number(next);
}

function repeatedPage(path: string): ConnectionError {
	return new ConnectionError(
		'Duo sent the same page of a list again',
		'The list would be incomplete, so the operation stops. Try again later.',
		'GET',
		path,
		false,
	);
}
