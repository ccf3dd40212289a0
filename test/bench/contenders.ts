/** Our nodes, and what people use today. */
import { runNode } from '../support/engine';

import type { Case } from './cases/Case';
import { paceByDefault, paceOf, type HttpRequests, type Pace } from './competitors/HttpRequests';
import { runHttpRequest } from './competitors/runHttpRequest';
import { Sdk, trustTenant } from './competitors/Sdk';
import type { ContenderName, Job } from './messages';

interface Contender {
	warmUp(job: Job): Promise<void>;
	run(task: Case, job: Job): Promise<{ done: number; failure?: string }>;
}

const SUMMARY = '/admin/v1/info/summary';
const twenty = Array.from({ length: 20 }, (_, index) => ({ index }));

const nodes: Contender = {
	async warmUp(job) {
		const summary = { resource: 'account', operation: 'getSummary' };
		// Expressions, without a call.
		const reference = '={{ $json.index }}';
		const resolve = { resource: 'user', operation: 'resolve', matchBy: 'id', reference };
		for (const parameters of [summary, resolve]) {
			const { error } = await runNode(job, { type: 'duoAdmin', parameters, items: twenty });
			if (error) throw new Error(error.message);
		}
	},
	async run({ nodes }, job) {
		const run = nodes.run(job.names);
		const requestOptions = job.sideBySide ? { concurrentRequests: job.sideBySide } : {};
		const { json, error } = await runNode(job, {
			...run,
			parameters: { ...run.parameters, requestOptions },
			onError: 'continueRegularOutput',
		});
		const failed = json.find((item) => item.error);
		return { done: nodes.done(json), failure: error?.message ?? text(failed?.error) };
	},
};

const httpRequestAt = (paceFor: (isLimited: boolean) => Pace): Contender => ({
	async warmUp({ n8nNodes, keys }) {
		const path = `${SUMMARY}?index={{ $json.index }}`;
		const summary: HttpRequests = { credential: 'duoAdminApi', items: twenty, path };
		await runHttpRequest(n8nNodes, keys.admin, summary);
	},
	async run({ httpRequest }, { names, isLimited, n8nNodes, keys }) {
		const requests = httpRequest.run(names, paceFor(isLimited));
		const key = requests.credential === 'duoAuthApi' ? keys.auth : keys.admin;
		const output = await runHttpRequest(n8nNodes, key, requests);
		return { done: httpRequest.done(output), failure: text(output.find(({ error }) => error)?.error) };
	},
});

const sdk: Contender = {
	async warmUp({ certificate, keys }) {
		trustTenant(certificate);
		const duo = new Sdk(keys.admin);
		await Promise.all(twenty.map(async () => await duo.call('GET', SUMMARY)));
	},
	async run(task, { keys, names }) {
		const key = task.name === 'pushes' ? keys.auth : keys.admin;
		return { done: await task.sdk(new Sdk(key), names) };
	},
};

const text = (fault: unknown) => (fault === undefined ? undefined : JSON.stringify(fault).slice(0, 300));

export const contenders: Record<ContenderName, Contender> = {
	nodes,
	httpRequest: httpRequestAt(paceOf),
	httpRequestAtOnce: httpRequestAt(() => paceByDefault),
	sdk,
};
