import { createHash } from 'crypto';
import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { parseApiHost } from '../../credentials/common/host';
import { DUO_ADMIN } from '../DuoAdmin/credential';
import type { LogState } from '../shared/logs/collect';
import type { Fingerprints } from './inventory/compare';
import type { StoredPushes } from './RefusedPushes';

/** What n8n stores for the trigger between two polls. */
export interface Places {
	/** Which Duo account they belong to. */
	account: string;
	/** Milliseconds by which this machine's clock was ahead of Duo's when a log was first watched. */
	clockAhead?: number;
	/** By log. */
	logs: Record<string, LogState>;
	/** For the alert “Push Harassment”. */
	refusedPushes?: StoredPushes;
	/** By kind of object. */
	inventory: Record<string, Fingerprints>;
	/** By log or kind: when a lasting fault was last reported, in milliseconds since 1970. */
	reported: Record<string, number>;
}

/** The stored places, as a copy; none if they are of another Duo account. */
export function readPlaces(stored: IDataObject, account: string): Places {
	const {
		account: of,
		clockAhead,
		logs = {},
		refusedPushes,
		inventory = {},
		reported = {},
	} = stored as unknown as Partial<Places>;
	return of === account
		? copyOf({ account, clockAhead, logs, refusedPushes, inventory, reported })
		: { account, logs: {}, inventory: {}, reported: {} };
}

/** What n8n hands over is an observed proxy, which structuredClone refuses. */
function copyOf(places: Places): Places {
	return JSON.parse(JSON.stringify(places)) as Places;
}

/** Every Duo account has an API hostname of its own; new keys of the same account change nothing. */
export async function accountOf(n8n: IPollFunctions): Promise<string> {
	const { host } = parseApiHost((await n8n.getCredentials(DUO_ADMIN.type)).host);
	return createHash('sha256').update(host).digest('base64').slice(0, 12);
}
