/** Verifies signatures, written from Duo’s documentation alone. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

import type { Signature } from '../types';

import { decodePairs, formPairs, header, hostOf, isForm, type Pair, type WireRequest } from './wire';

export interface Verified {
	signature: Signature;
	/** The date text that was signed. */
	date: string;
}

/**
 * Tells with which of Duo's signatures a request was signed, if any. The wire does not say, so every version
 * is tried; it says neither whether Date or X-Duo-Date was signed, nor whether the port belongs to the host.
 */
export function verify(request: WireRequest, hex: string, secretKey: string): Verified | undefined {
	const given = Buffer.from(hex.toLowerCase());
	const forms: [Signature, 'sha1' | 'sha512', string[]][] = [
		['v5', 'sha512', [...v4(request), extraHeaders(request)]],
		['v4', 'sha512', v4(request)],
	];
	// version 2 signs parameters only: it says nothing about a body of another kind
	if (request.body.length === 0 || isForm(request)) {
		forms.push(['v2-sha1', 'sha1', v2(request)], ['v2-sha512', 'sha512', v2(request)]);
	}
	for (const date of signableDates(request)) {
		for (const host of hosts(request)) {
			for (const [signature, algorithm, lines] of forms) {
				const text = [date, request.method, host, request.path, ...lines].join('\n');
				const expected = Buffer.from(createHmac(algorithm, secretKey).update(text, 'utf8').digest('hex'));
				if (expected.length === given.length && timingSafeEqual(expected, given)) return { signature, date };
			}
		}
	}
	return undefined;
}

export const signableDates = (request: WireRequest): string[] =>
	[header(request, 'date'), header(request, 'x-duo-date')].filter((date) => date !== undefined);

const hosts = (request: WireRequest): string[] => {
	const host = hostOf(request);
	return [host, host.replace(/:\d+$/, '')];
};

const v2 = (request: WireRequest) => [
	canonicalParams([...decodePairs(request.rawQuery), ...formPairs(request)]),
];

const v4 = (request: WireRequest) => [canonicalParams(decodePairs(request.rawQuery)), sha512(request.body)];

function extraHeaders(request: WireRequest): string {
	const names = Object.keys(request.headers).filter((name) => name.startsWith('x-duo-'));
	return sha512(
		names
			.sort()
			.flatMap((name) => [name, header(request, name) ?? ''])
			.join('\0'),
	);
}

/** Sorted by name, then value, in the order of their encoded bytes. */
export function canonicalParams(pairs: Pair[]): string {
	return pairs
		.map(([name, value]): Pair => [encode(name), encode(value)])
		.sort((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]))
		.map(([name, value]) => `${name}=${value}`)
		.join('&');
}

const encode = (text: string) =>
	Array.from(Buffer.from(text, 'utf8'), (byte) => {
		const char = String.fromCharCode(byte);
		return /[A-Za-z0-9_.~-]/.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
	}).join('');

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const sha512 = (data: Buffer | string) => createHash('sha512').update(data).digest('hex');
