/**
 * The trigger in an active workflow of a real n8n that is killed twice while a page of the log is on its way.
 */
import { setTimeout as pause } from 'node:timers/promises';

import { startTenant, type Tenant } from '../tenant';

import { announced } from './harness/announcement';
import { executionsOf } from './harness/executions';
import { RealN8n } from './harness/RealN8n';
import { Stage } from './harness/Stage';
import { packTarball } from './harness/tarball';
import { activate, emittedBy } from './harness/triggerWorkflow';

jest.setTimeout(600_000);

const SECOND = 1000;
const LOG = '/admin/v2/logs/authentication';

let tenant: Tenant;
let n8n: RealN8n;

beforeAll(async () => {
	const { tls } = announced();
	tenant = await startTenant({ tls });
	n8n = await RealN8n.prepare({ tarball: await packTarball(), certificate: tls.certificate });
	await n8n.start();
	await n8n.setUpOwner();
});

afterAll(async () => {
	await n8n.remove();
	await tenant.stop();
});

const happened: string[] = [];

/** Events that Duo shows already, spread over some minutes. */
function happen(count: number): void {
	for (let index = 0; index < count; index++) {
		const at = Date.now() - 125 * SECOND - index * 7 * SECOND;
		happened.push(tenant.logs.add('authentication', {}, { at, visibleAt: Date.now() }).txid);
	}
}

const pagesRead = () => tenant.requests.filter(({ path }) => path === LOG).length;

async function nextPage(): Promise<void> {
	for (const before = pagesRead(); pagesRead() === before; ) await pause(20);
}

/** Kills n8n while Duo holds back a page that n8n has asked for, and starts it again. */
async function killDuringAPage(): Promise<void> {
	tenant.faults.add({ kind: 'slow', path: LOG, delayMs: 5 * SECOND });
	await nextPage();
	await pause(300);
	await n8n.kill();
	happen(5);
	await n8n.start();
}

async function untilExecutions(workflowId: string, count: number): Promise<void> {
	while ((await executionsOf(n8n.rest, workflowId)).length < count) await pause(SECOND);
}

test('every event comes out of exactly one execution', async () => {
	happen(10);
	const stage = await Stage.between(n8n.rest, tenant);
	const id = await activate(stage);
	await untilExecutions(id, 1);

	happen(10);
	await killDuringAPage();
	await untilExecutions(id, 2);
	happen(10);
	await killDuringAPage();
	await untilExecutions(id, 3);
	happen(10);
	await untilExecutions(id, 4);
	// One more poll, which must find nothing.
	await nextPage();
	await pause(3 * SECOND);

	const batches = await emittedBy(n8n.rest, id);
	expect(batches).toHaveLength(4);
	expect(batches.flat()).toHaveLength(50);
	expect(batches.flat().sort()).toEqual([...happened].sort());
});
