/** The processes of the benchmark. */
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

import { build } from 'esbuild';

import { ask, serve } from './channel';
import type { Job, Run, Seen, TenantOrder, TenantReady } from './messages';

const root = join(__dirname, '../..');
const folder = join(root, '.cache/bench');
const n8nNodes = join(root, 'test/n8n/node_modules');

/** A minute and more: no limit remembers what was before. */
const REST = 61_000;

/** To be called once. */
export async function buildPrograms(): Promise<void> {
	await build({
		entryPoints: ['tenantProcess', 'contenderProcess'].map((name) => join(__dirname, `${name}.ts`)),
		outdir: folder,
		bundle: true,
		platform: 'node',
		packages: 'external',
		resolveExtensions: ['.ts', '.json'],
		logLevel: 'error',
	});
}

const start = (program: string): ChildProcess =>
	fork(join(folder, `${program}.js`), {
		execArgv: ['--expose-gc'],
	});

/** A tenant that is made ready for one case, with or without limits. */
export class Stage {
	private ahead = 0;

	private constructor(
		private readonly tenant: ChildProcess,
		private readonly order: TenantOrder,
		private readonly ready: TenantReady,
	) {}

	static async open(order: TenantOrder): Promise<Stage> {
		const tenant = start('tenantProcess');
		return new Stage(tenant, order, await ask<TenantReady>(tenant, 'open', order));
	}

	/** Has one contender do the case once, in a process of its own. */
	async run(given: Pick<Job, 'contender' | 'sideBySide'>): Promise<Run & { seen: Seen }> {
		const contender = start('contenderProcess');
		serve(
			{
				jump: async (ahead: number) => {
					await this.jump(ahead);
				},
			},
			contender,
		);
		try {
			const job: Job = { ...this.ready, ...this.order, ...given, ahead: this.ahead, n8nNodes };
			await ask(contender, 'prepare', job);
			if (this.order.isLimited) await this.jump(this.ahead + REST);
			await ask(this.tenant, 'tell');
			const run = await ask<Run>(contender, 'run', this.ahead);
			return { ...run, seen: await ask<Seen>(this.tenant, 'tell') };
		} finally {
			contender.disconnect();
		}
	}

	close(): void {
		this.tenant.disconnect();
	}

	private async jump(ahead: number): Promise<void> {
		this.ahead = ahead;
		await ask(this.tenant, 'jump', ahead);
	}
}
