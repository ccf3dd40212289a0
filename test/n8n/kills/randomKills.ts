/**
 * `npm run test:kills`: kills n8n at random moments around a poll of the trigger, again and again, and counts what
 * was lost and what came twice. n8n stores the trigger's place and starts the execution without waiting for either, so
 * the poll that is under way at a kill may be hit; anything else would be our fault, and fails.
 */
import { setTimeout as pause } from 'node:timers/promises';

import { startTenant, type Tenant } from '../../tenant';
import { makeCertificate } from '../../tenant/certificate';
import { installN8n } from '../harness/installation';
import { RealN8n } from '../harness/RealN8n';
import { Stage } from '../harness/Stage';
import { packTarball } from '../harness/tarball';
import { activate, emittedBy } from '../harness/triggerWorkflow';

const SECOND = 1000;
const KILLS = 6;
const EVENTS_A_ROUND = 5;

const durable = {
  N8N_SCHEDULER_ENABLED: 'true',
  N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
  N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'true',
  N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
};

interface Outcome {
  events: number;
  lost: number;
  twice: number;
  /** Neither lost nor twice, or hit by a kill: those that are our fault. */
  wrong: string[];
}

async function measure(tarball: string, settings: Record<string, string>): Promise<Outcome> {
  const tls = await makeCertificate();
  const tenant = await startTenant({ tls });
  const n8n = await RealN8n.prepare({ tarball, certificate: tls.certificate, settings });
  try {
    await n8n.start();
    await n8n.setUpOwner();
    return await killAgainAndAgain(n8n, tenant);
  } finally {
    await n8n.remove();
    await tenant.stop();
  }
}

async function killAgainAndAgain(n8n: RealN8n, tenant: Tenant): Promise<Outcome> {
  const happened: string[] = [];
  const settled = new Set<string>();
  const id = await activate(await Stage.between(n8n.rest, tenant));
  await pause(5 * SECOND);

  for (let kill = 0; kill < KILLS; kill++) {
    for (const txid of (await emittedBy(n8n.rest, id)).flat()) settled.add(txid);
    for (let index = 0; index < EVENTS_A_ROUND; index++) {
      const at = Date.now() - 125 * SECOND - index * SECOND;
      happened.push(tenant.logs.add('authentication', {}, { at, visibleAt: Date.now() }).txid);
    }
    const pages = tenant.requests.length;
    while (tenant.requests.length === pages) await pause(5);
    await pause(Math.random() * 300);
    await n8n.kill();
    await n8n.start();
    await pause(3 * SECOND);
  }
  await pause(65 * SECOND);

  const emitted = (await emittedBy(n8n.rest, id)).flat();
  const counts = new Map(happened.map((txid) => [txid, emitted.filter((each) => each === txid).length]));
  const lost = happened.filter((txid) => counts.get(txid) === 0);
  const twice = happened.filter((txid) => counts.get(txid)! > 1);
  return {
    events: happened.length,
    lost: lost.length,
    twice: twice.length,
    wrong: [...lost, ...twice].filter((txid) => settled.has(txid)),
  };
}

async function main(): Promise<void> {
  const tell = (text: string) => process.stdout.write(`${text}\n`);
  await installN8n(tell);
  const tarball = await packTarball();
  for (const [name, settings] of Object.entries({ 'as n8n is': {}, 'with durable cursors': durable })) {
    const { events, lost, twice, wrong } = await measure(tarball, settings);
    tell(`${name}: ${KILLS} kills, ${events} events, ${lost} lost, ${twice} twice`);
    if (wrong.length > 0) {
      tell(`  ${wrong.length} of them had come out long before the kill`);
      process.exitCode = 1;
    }
  }
}

void main();
