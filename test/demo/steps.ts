/** The steps of the demo, from the simulated tenant to the workflow that runs in n8n. */
import { join } from 'node:path';

import type { ListrTask } from 'listr2';

import { runCommand } from '../n8n/harness/commands';
import { type Execution, runWorkflow } from '../n8n/harness/executions';
import { installN8n } from '../n8n/harness/installation';
import { repository } from '../n8n/harness/places';
import { freePort } from '../n8n/harness/ports';
import { RealN8n } from '../n8n/harness/RealN8n';
import { Stage } from '../n8n/harness/Stage';
import { packTarball } from '../n8n/harness/tarball';
import { readShipped, readWorkflow, shippedWorkflows, START } from '../n8n/harness/workflows';
import { startTenant, type Tenant } from '../tenant';

/** What the steps make, one after the other. */
export interface Demo {
	tarball?: string;
	tenant?: Tenant;
	n8n?: RealN8n;
	stage?: Stage;
	storyId?: string;
	execution?: Execution;
}

/** The ports of n8n and of `npm run tenant`, if nobody has them. */
const EDITOR_PORT = 5678;
const TENANT_PORT = 8443;

export const steps: ListrTask<Demo>[] = [
	{
		title: 'Build the nodes',
		task: async () => {
			await runCommand('npm', ['run', 'build'], { cwd: repository });
		},
	},
	{
		title: 'Pack them as for npm',
		task: async (demo, task) => {
			demo.tarball = await packTarball();
			task.title += `: ${demo.tarball.slice(repository.length + 1)}`;
		},
	},
	{
		title: 'Have a real n8n at hand',
		task: async (_, task) => {
			await installN8n((progress) => {
				task.output = progress;
			});
		},
	},
	{
		title: 'Start the simulated Duo tenant',
		task: async (demo, task) => {
			const tenant = await startTenant({
				port: await freePort(TENANT_PORT),
				sample: { seed: 1, users: 25 },
				// people take a moment, also with a phone that has just been added
				onReply: ({ method, path }) => {
					if (method !== 'POST' || path !== '/admin/v1/phones') return;
					for (const { name, phone_id } of tenant.account.phones.values()) {
						if (name === 'Ada’s phone') tenant.answer(phone_id, { answer: 'approve', afterMs: 2000 });
					}
				},
			});
			demo.tenant = tenant;
			// left behind by somebody who had the number before, and written in another way than n8n will
			tenant.addPhone({ number: '(303) 555-0199', name: 'Old entry', activated: false });
			task.title += `: ${tenant.url}, ${tenant.account.users.size} people`;
		},
	},
	{
		title: 'Install the package into n8n and start it',
		task: async (demo, task) => {
			const { certificate } = demo.tenant!;
			demo.n8n = await RealN8n.prepare({ tarball: demo.tarball!, certificate, port: EDITOR_PORT });
			await demo.n8n.start();
			await demo.n8n.setUpOwner();
			task.title += `: ${demo.n8n.url}`;
		},
	},
	{
		title: 'Import credentials and workflows',
		task: async (demo, task) => {
			const stage = await Stage.between(demo.n8n!.rest, demo.tenant!);
			for (const name of shippedWorkflows) await stage.importWorkflow(readShipped(name));
			demo.storyId = await stage.importWorkflow(readWorkflow(join(__dirname, 'story.json')));
			demo.stage = stage;
			task.title += `: ${Object.keys(stage.credentials).length} credentials, ${shippedWorkflows.length + 1} workflows`;
		},
	},
	{
		title: 'Run the story in n8n',
		task: async (demo) => {
			demo.execution = await runWorkflow(demo.n8n!.rest, demo.storyId!, START);
		},
	},
];
