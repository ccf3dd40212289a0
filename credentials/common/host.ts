import { UserError } from 'n8n-workflow';

import { holdsSecretKey } from './keys';
import { pasted } from './pasted';
import { written } from './written';

const DUO_DOMAINS = ['duosecurity.com', 'duofederal.com'];

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Where a credential's API answers. */
export interface ApiHost {
	/** Lower-case host, with the port when it is not 443: the text that goes into a signature. */
	host: string;
	/** `https://` and the host, without a trailing slash. */
	baseUrl: string;
	/** Whether this is a machine-local simulated tenant. */
	isLoopback: boolean;
}

/**
 * Reads the API hostname as people paste it: with or without `https://`, with a slash or a path behind it,
 * with blanks, capitals or characters that nobody sees.
 *
 * Only Duo's own domains are accepted, and loopback with a port for a simulated tenant: a secret key must
 * never sign requests for another machine.
 *
 * @throws UserError when the text is not such a host.
 */
export function parseApiHost(text: unknown): ApiHost {
	const typed = pasted(text);
	if (typed === '') {
		throw new UserError('The API hostname of the Duo credential is empty', {
			description:
				'Copy the API hostname from the application’s page in the Duo Admin Panel, e.g. api-0a1b2c3d.duosecurity.com.',
		});
	}

	const url = readUrl(typed);
	if (!url || !isAllowed(url)) {
		const description =
			'It must look like api-0a1b2c3d.duosecurity.com (or end in duofederal.com). For a simulated tenant use a loopback address with its port, e.g. 127.0.0.1:8443.';
		if (holdsSecretKey(typed)) {
			throw new UserError('The API hostname of the Duo credential holds what looks like a secret key', {
				description,
			});
		}
		throw new UserError(`“${shown(text)}” is not a Duo API hostname`, { description });
	}
	return { host: url.host, baseUrl: url.origin, isLoopback: LOOPBACK.test(url.hostname) };
}

/**
 * Whether a child account's API may answer there: Duo gives child accounts hosts of their own. Those of a
 * simulated parent are simulated too.
 */
export function isChildHost(origin: string, parent: ApiHost): boolean {
	const url = new URL(origin);
	return isAllowed(url) && LOOPBACK.test(url.hostname) === parent.isLoopback;
}

/** What was typed, as far as it fits into a message. */
function shown(text: unknown): string {
	const typed = written(text).trim();
	return typed.length > 80 ? `${typed.slice(0, 80)}…` : typed;
}

function readUrl(typed: string): URL | undefined {
	const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed);
	const candidate = hasScheme ? typed : `https://${typed}`;
	return URL.canParse(candidate) ? new URL(candidate) : undefined;
}

function isAllowed(url: URL): boolean {
	if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return false;
	if (LOOPBACK.test(url.hostname)) return url.port !== '';
	// The address of the Admin Panel, which people have at hand.
	if (url.hostname.startsWith('admin-')) return false;
	return url.port === '' && DUO_DOMAINS.some((domain) => url.hostname.endsWith(`.${domain}`));
}
