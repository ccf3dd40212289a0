/** Queue mode: a worker dies amid verifications, and nobody is asked twice. */
import assert from 'node:assert/strict';

import { endOf } from '../harness/executions';

import { begunBy } from './Cluster';
import { pushesSince } from './crowd';
import { round, tally } from './report';
import type { Scene } from './Scene';
import { until } from './until';

/** How many users have been asked when the worker dies. */
const ASKED = 60;

/**
 * A worker is killed while users look at its pushes. n8n fails the executions that it had begun, never begins
 * them again, and gives everything else to the other worker.
 */
export async function killAWorker(scene: Scene): Promise<string[]> {
	const { cluster, tenant, desk, people } = scene;
	const [victim, survivor] = cluster.workers;
	const before = new Set((await cluster.executions(desk.workflowId)).keys());
	const first = tenant.requests.length;

	const calls = desk.verifyAll(people);
	await until(`${ASKED} users were asked`, () => pushesSince(tenant, first).size >= ASKED);
	await victim!.kill();
	const killedAt = Date.now();
	const verifications = await calls;
	const secondsToTheLast = (Date.now() - killedAt) / 1000;

	const tookOver = begunBy(survivor!);
	assert.deepEqual(
		[...begunBy(victim!)].filter((id) => tookOver.has(id)),
		[],
		'no execution is begun twice',
	);
	const answered = verifications.filter(({ status }) => status === 200);
	const unanswered = verifications.filter(({ status }) => status !== 200);
	for (const { person, outcome } of answered) assert.equal(outcome, person.outcome, person.username);
	assert.deepEqual(tally(unanswered.map(({ status }) => status)), { 500: unanswered.length });

	const executions = new Map(
		[...(await cluster.executions(desk.workflowId))].filter(([id]) => !before.has(id)),
	);
	assert.deepEqual(tally([...executions.values()]), { success: answered.length, error: unanswered.length });
	const failed = [...executions].filter(([, status]) => status === 'error').map(([id]) => id);
	assert.ok(failed.length > 0, 'n8n fails what the dead worker had begun');
	assert.deepEqual(
		failed.filter((id) => tookOver.has(id)),
		[],
		'no execution of the survivor fails',
	);
	await assertExecutionTellsLittle(scene, failed[0]!);

	await victim!.start();
	const countPushes = () => {
		const pushes = pushesSince(tenant, first);
		const of = (some: typeof people) => tally(some.map(({ username }) => pushes.get(username) ?? 0));
		return {
			answered: of(answered.map(({ person }) => person)),
			others: of(unanswered.map((u) => u.person)),
		};
	};
	scene.atTheEnd.push(() => {
		const { answered: theirs, others } = countPushes();
		assert.deepEqual(theirs, { 1: answered.length });
		assert.equal((others[0] ?? 0) + (others[1] ?? 0), unanswered.length, 'nobody was asked twice');
	});
	const { others } = countPushes();
	return [
		`${answered.length} of ${people.length} callers got the right outcome, ${unanswered.length} an HTTP 500 up to ${round(secondsToTheLast)} s after the kill`,
		`executions: ${answered.length} success, ${failed.length} error, none begun twice`,
		`of the ${unanswered.length} users without an outcome ${others[1] ?? 0} had got their push, ${others[0] ?? 0} had not; nobody got two`,
	];
}

/** n8n keeps of it that it failed, and neither the input nor what the nodes had done. */
async function assertExecutionTellsLittle({ cluster }: Scene, id: string): Promise<void> {
	const { error, nodes } = await endOf(cluster.main.rest, id);
	assert.match(error?.message ?? '', /failed to be processed too many times/);
	assert.deepEqual(nodes, {});
}
