import { createHash, createHmac } from 'crypto';

/** One request as Duo signs it. */
export interface RequestToSign {
	integrationKey: string;
	secretKey: string;
	/** The very text of the request's `Date` header, RFC 2822. */
	date: string;
	method: string;
	host: string;
	path: string;
	/** The query as sent, from {@link canonicalQuery}; empty when there is none. */
	query: string;
	/** The body as sent; empty when there is none. */
	body: string;
}

/**
 * The value of the `Authorization` header: Basic authentication whose password is an HMAC-SHA512 over
 * the request, in Duo's signature version 5.
 *
 * Why not the signer of `@duosecurity/duo_api`: it sorts parameters by their raw name and leaves repeated
 * values unsorted, where Duo's other clients sort what was encoded; the tests show where the two part.
 *
 * Source: Duo's Admin API documentation, "Authentication"; `duo_client_python` for version 5.
 */
export function authorization(request: RequestToSign): string {
	const signature = createHmac('sha512', request.secretKey).update(canonicalRequest(request)).digest('hex');
	return `Basic ${Buffer.from(`${request.integrationKey}:${signature}`).toString('base64')}`;
}

/** The seven lines that version 5 signs. */
function canonicalRequest({ date, method, host, path, query, body }: RequestToSign): string {
	const noExtraHeaders = '';
	return [
		date,
		method.toUpperCase(),
		host.toLowerCase(),
		path,
		query,
		sha512(body),
		sha512(noExtraHeaders),
	].join('\n');
}

/**
 * Name and value pairs as the one query text that is both signed and sent: strictly percent-encoded
 * (RFC 3986, upper-case hex, `%20` for a space), sorted by encoded name, then by encoded value.
 */
export function canonicalQuery(pairs: Array<[name: string, value: string]>): string {
	return pairs
		.map(([name, value]) => [encode(name), encode(value)] as const)
		.sort(([nameA, valueA], [nameB, valueB]) => order(nameA, nameB) || order(valueA, valueB))
		.map(([name, value]) => `${name}=${value}`)
		.join('&');
}

/** `encodeURIComponent` leaves five characters bare that Duo wants encoded. */
function encode(text: string): string {
	return encodeURIComponent(text.toWellFormed()).replace(
		/[!'()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}

/** Byte order; encoded texts are plain ASCII. */
function order(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

function sha512(text: string): string {
	return createHash('sha512').update(text, 'utf8').digest('hex');
}
