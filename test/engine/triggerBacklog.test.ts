import { fork } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { build } from 'esbuild';

import type { Job, PollReport } from '../support/readBacklog';
import { startTenant, type ApiKey, type Tenant } from '../tenant';

const MINUTE = 60_000;
const MB = 1024 * 1024;

/** In the repository, where the program finds n8n's engine. */
const folder = join(__dirname, '../../.cache/backlog');
const program = join(folder, 'readBacklog.js');
const certificate = join(folder, 'tenant.pem');

let tenant: Tenant;

beforeAll(async () => {
  tenant = await startTenant();
  await mkdir(folder, { recursive: true });
  await writeFile(certificate, tenant.certificate);
  await build({
    entryPoints: [join(__dirname, '../support/readBacklog.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    packages: 'external',
    resolveExtensions: ['.ts', '.json'],
  });
});
afterAll(async () => {
  await tenant.stop();
});

/** Only what goes through to another process. */
function keysOf({ keys }: Tenant): Job['keys'] {
  const plain = ({ host, integrationKey, secretKey }: ApiKey) => ({ host, integrationKey, secretKey });
  return { admin: plain(keys.admin), auth: plain(keys.auth), accounts: plain(keys.accounts) };
}

/** Reads everything in a process of its own, so that only the trigger's memory is measured. */
async function readInOwnProcess(job: Job): Promise<PollReport[]> {
  const child = fork(program, {
    execArgv: ['--expose-gc'],
    env: { ...process.env, NODE_EXTRA_CA_CERTS: certificate },
  });
  const reports: PollReport[] = [];
  child.on('message', (report: PollReport) => reports.push(report));
  child.send(job);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  expect(code).toBe(0);
  return reports;
}

test('a backlog of 100,000 events arrives complete, in pages of 1,000, in bounded steps and bounded memory', async () => {
  const to = Date.now() - 3 * MINUTE;
  const rows = tenant.logs.generate({
    stream: 'authentication',
    count: 100_000,
    from: to - 24 * 60 * MINUTE,
    to,
    tieShare: 0.1,
  });
  const polls = await readInOwnProcess({
    parameters: { source: 'logs', streams: ['authentication'], startBackHours: 25, filters: {}, options: {} },
    keys: keysOf(tenant),
  });

  expect(polls.map(({ txids }) => txids.length)).toEqual([20_000, 20_000, 20_000, 20_000, 20_000, 0]);
  expect(new Set(polls.flatMap(({ txids }) => txids))).toEqual(new Set(rows.map(({ txid }) => txid)));
  expect(tenant.requests.filter(({ params }) => params.limit === '1000')).toHaveLength(
    tenant.requests.length,
  );
  expect(tenant.requests.length).toBeLessThan(105);
  for (const { stored } of polls) expect(stored).toBeLessThan(256 * 1024);

  // What 20,000 events take is free again after each poll, however much of the backlog was read before.
  for (const { before, atEnd, mostSoFar } of polls) {
    expect(atEnd - before).toBeLessThan(50 * MB);
    expect(before - polls[0]!.before).toBeLessThan(15 * MB);
    expect(mostSoFar - polls[0]!.mostSoFar).toBeLessThan(150 * MB);
  }
}, 300_000);
