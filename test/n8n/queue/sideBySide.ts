/** Queue mode: verifications of many users at the same time, on two workers. */
import assert from 'node:assert/strict';

import { begunBy } from './Cluster';
import { pushesSince } from './crowd';
import { round, tally } from './report';
import type { Scene } from './Scene';

/**
 * All users at once, over both workers: each is asked once, each answer is right, and nobody waits for the
 * others.
 */
export async function verifySideBySide(scene: Scene): Promise<string[]> {
	const { cluster, tenant, desk, people, answerSeconds } = scene;
	const first = tenant.requests.length;
	const began = Date.now();
	const verifications = await desk.verifyAll(people);
	const seconds = (Date.now() - began) / 1000;

	assert.deepEqual(tally(verifications.map(({ status }) => status)), { 200: people.length });
	for (const { person, outcome } of verifications) assert.equal(outcome, person.outcome, person.username);
	const pushes = pushesSince(tenant, first);
	for (const { username } of people) assert.equal(pushes.get(username), 1, `pushes to ${username}`);

	const executions = await cluster.executions(desk.workflowId);
	assert.deepEqual(tally([...executions.values()]), { success: people.length });
	const shares = cluster.workers.map((worker) => {
		const begun = begunBy(worker);
		return [...executions.keys()].filter((id) => begun.has(id)).length;
	});
	for (const share of shares) {
		assert.ok(share >= people.length / 10, `both workers take part, not ${shares.join(' and ')} executions`);
	}
	const oneByOne = people.length * answerSeconds;
	assert.ok(seconds < oneByOne / 4, `${seconds} s is not far below ${oneByOne} s`);
	return [
		`${people.length} pushes in ${round(seconds)} s; one by one at least ${oneByOne} s`,
		`executions per worker: ${shares.join(' and ')}; every outcome right, one push per user`,
	];
}
