import { createHash } from 'crypto';

import type { IDataObject } from 'n8n-workflow';

import { parseApiHost } from '../../credentials/common/host';
import type { LogState } from '../shared/logs/collect';

import type { Fingerprints } from './inventory/compare';
import type { StoredPushes } from './logs/RefusedPushes';

/** The places in one account. */
export interface Places {
	/** Milliseconds by which this machine's clock was ahead of Duo's when a log was first watched. */
	clockAhead?: number;
	/** Where logs begin that have no place yet, if that is not now; in milliseconds since 1970. */
	begin?: number;
	/** By log. */
	logs: Record<string, LogState>;
	/** For the alert “Push Harassment”. */
	refusedPushes?: StoredPushes;
	/** By kind of object. */
	inventory: Record<string, Fingerprints>;
	/** By log or kind: when a lasting fault was last reported, in milliseconds since 1970. */
	reported: Record<string, number>;
}

/**
 * What n8n stores for the trigger between two polls. With a parent's keys, the places are those in its
 * children.
 */
export interface Memory extends Places {
	/** Which Duo account it belongs to. */
	account: string;
	/** By ID of the child account. */
	children?: Record<string, Places>;
	/** When the child accounts were last listed, in milliseconds since 1970. */
	listedAt?: number;
}

/** Where nothing has been watched yet. */
export function noPlaces(): Places {
	return { logs: {}, inventory: {}, reported: {} };
}

/** What is stored, as a copy; empty if it is of another Duo account. */
export function readMemory(stored: IDataObject, account: string): Memory {
	const memory = stored as unknown as Partial<Memory>;
	if (memory.account !== account) return { account, ...noPlaces() };
	// What n8n hands over is an observed proxy, which structuredClone refuses.
	return { ...noPlaces(), ...(JSON.parse(JSON.stringify(memory)) as Partial<Memory>), account };
}

/** Every Duo account has an API hostname of its own; new keys of the same account change nothing. */
export function accountOf(credentials: IDataObject): string {
	const { host } = parseApiHost(credentials.host);
	return createHash('sha256').update(host).digest('base64').slice(0, 12);
}
