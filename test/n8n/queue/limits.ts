/** Queue mode: more calls at once than Duo’s limits allow. */
import assert from 'node:assert/strict';

import type { Tenant } from '../../tenant';

import { pushesSince } from './crowd';
import { round, tally } from './report';
import type { Scene } from './Scene';

/** Duo's, per minute, as its staff have named them in public. */
export const limitsPerMinute = { reads: 300, writes: 300, pages: 200, lists: 40, logs: 2 };

/**
 * More calls at once than Duo takes in a minute: no execution knows of the others, and still all end right.
 */
export async function verifyUnderLimits({ tenant, desk, people }: Pick<Scene, 'tenant' | 'desk' | 'people'>) {
	const first = tenant.requests.length;
	const began = Date.now();
	const verifications = await desk.verifyAll(people);
	const seconds = (Date.now() - began) / 1000;

	for (const { person, status, outcome } of verifications) {
		assert.deepEqual([status, outcome], [200, person.outcome], person.username);
	}
	const pushes = pushesSince(tenant, first);
	for (const { username } of people) assert.equal(pushes.get(username), 1, `pushes to ${username}`);
	const refused = refusedSince(tenant, first);
	assert.ok(refused > 0, 'the limits were met');
	const within = verifications.filter((verification) => verification.seconds < 60).length;
	return [
		`${people.length} pushes under ${limitsPerMinute.writes} writes and ${limitsPerMinute.reads} reads a minute: ${round(seconds)} s`,
		`${within} were done within a minute; ${refused} requests were refused (HTTP 429) and repeated; every outcome right, one push per user`,
	];
}

function refusedSince(tenant: Tenant, first: number): number {
	return tally(tenant.requests.slice(first).map(({ status }) => status))[429] ?? 0;
}
