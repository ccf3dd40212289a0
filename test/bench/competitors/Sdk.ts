/** Duo's official Node SDK, as it is but for the port and the certificate of the simulated tenant. */
import type { ClientRequest, IncomingMessage } from 'node:http';
import https from 'node:https';

import { Client, SIGNATURE_VERSION_5 } from '@duosecurity/duo_api';
import constants from '@duosecurity/duo_api/lib/constants';
import pLimit from 'p-limit';

import type { Key } from '../../support/engine';
import { DEFAULT_CONCURRENT_REQUESTS } from '../limits';

export interface SdkReply {
	stat: 'OK' | 'FAIL' | 'ERROR';
	response: unknown;
	metadata?: { next_offset?: number };
}

export class Sdk {
	private readonly client: Client;

	constructor({ integrationKey, secretKey, host }: Key) {
		this.client = new Client(integrationKey, secretKey, host, SIGNATURE_VERSION_5);
	}

	async call(method: string, path: string, params: Record<string, string> = {}): Promise<SdkReply> {
		return await new Promise((resolve) => {
			this.client.jsonApiCall(method, path, params, resolve);
		});
	}

	/**
	 * One call for each name, as many at a time as our nodes have under way. @returns how many of them did what
	 * they should.
	 */
	async each(
		names: string[],
		call: (name: string) => Promise<boolean>,
		width = DEFAULT_CONCURRENT_REQUESTS,
	): Promise<number> {
		const done = await pLimit(width).map(names, call);
		return done.filter(Boolean).length;
	}

	/** Reads a list to its end, page after page. @returns how many objects there were. */
	async countAll(path: string, limit: number): Promise<number> {
		let count = 0;
		let offset: number | undefined = 0;
		while (offset !== undefined) {
			const page = await this.call('GET', path, { limit: String(limit), offset: String(offset) });
			if (page.stat !== 'OK') return count;
			count += (page.response as unknown[]).length;
			offset = page.metadata?.next_offset;
		}
		return count;
	}
}

type SendRequest = (
	options: https.RequestOptions,
	onResponse?: (response: IncomingMessage) => void,
) => ClientRequest;

/** The SDK knows only the certificates and the port of Duo itself. */
export function trustTenant(certificate: string): void {
	constants.DUO_PINNED_CERT = certificate;
	const request: SendRequest = https.request;
	const requestWithPort: SendRequest = (options, onResponse) => {
		const [host, port] = String(options.host).split(':');
		return request({ ...options, host, port }, onResponse);
	};
	Object.assign(https, { request: requestWithPort });
}
