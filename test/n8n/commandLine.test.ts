/** Without the editor: n8n's own commands import credentials and workflows, publish and run them. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { startTenant, type Tenant } from '../tenant';

import { announced } from './harness/announcement';
import { RealN8n } from './harness/RealN8n';
import { credentialData } from './harness/Stage';
import { tarball } from './harness/tarball';
import { CALL, driverFor, readShipped, withCredentials } from './harness/workflows';

// each command starts n8n anew
jest.setTimeout(180_000);

const CALLED = 'enroll';
const CALLER = 'caller';

let n8n: RealN8n;
let tenant: Tenant;

beforeAll(async () => {
	const { tls } = announced();
	tenant = await startTenant({ tls });
	n8n = await RealN8n.prepare({ tarball: await tarball(), certificate: tls.certificate });

	const credential = {
		id: 'admin',
		name: 'Duo Admin',
		type: 'duoAdminApi',
		data: credentialData(tenant.keys.admin),
	};
	const called = withCredentials(readShipped('enroll-user'), { duoAdminApi: credential });
	await importInto('credentials', [credential]);
	await importInto('workflow', [
		{ ...called, id: CALLED, active: false },
		{
			...driverFor(CALLED, [{ username: 'by.command', email: 'by.command@example.com' }]),
			id: CALLER,
			active: false,
		},
	]);
});

afterAll(async () => {
	await n8n?.remove();
	await tenant?.stop();
});

async function importInto(kind: 'credentials' | 'workflow', content: object[]): Promise<void> {
	const file = join(n8n.userFolder, `${kind}.json`);
	await writeFile(file, JSON.stringify(content));
	await n8n.command(`import:${kind}`, `--input=${file}`);
}

/** Tries again for a minute as long as n8n says that the workflow is not active. */
async function untilPublished<T>(attempt: () => Promise<T>, deadline = Date.now() + 60_000): Promise<T> {
	try {
		return await attempt();
	} catch (fault) {
		if (!String(fault).includes('not active') || Date.now() > deadline) throw fault;
		return await untilPublished(attempt, deadline);
	}
}

test('a called workflow must be published first, as its note says', async () => {
	await expect(n8n.command('execute', `--id=${CALLER}`, '--rawOutput')).rejects.toThrow(/not active/);
	expect(tenant.requests).toEqual([]);
});

test('a published workflow can be called', async () => {
	await n8n.command('publish:workflow', `--id=${CALLED}`);
	// it takes effect some moments after the next start of the server
	await n8n.start();

	const printed = await untilPublished(
		async () => await n8n.command('execute', `--id=${CALLER}`, '--rawOutput'),
	);

	const { data } = JSON.parse(printed.slice(printed.indexOf('{\n'), printed.lastIndexOf('\n}') + 2)) as {
		data: { resultData: { runData: Record<string, { data: { main: { json: object }[][] } }[]> } };
	};
	const user = tenant.account.findUser('by.command');
	expect(user).toBeDefined();
	expect(data.resultData.runData[CALL]?.[0]?.data.main[0]?.[0]?.json).toMatchObject({
		created: true,
		user_id: user?.user_id,
	});
});
