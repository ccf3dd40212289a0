/** A help desk in n8n: a webhook that verifies the user whom it is told. */
import { locator } from '../../support/locator';
import type { Stage } from '../harness/Stage';
import { chain, node, type WorkflowFile } from '../harness/workflows';

import type { Person } from './crowd';
import { until } from './until';

/** What the one who called the webhook got. */
export interface Verification {
	person: Person;
	/** Of HTTP. */
	status: number;
	outcome?: string;
	executionId?: string;
	seconds: number;
}

/** A help desk's: called with a username, it sends a push and replies with the outcome. */
function workflow(path: string): WorkflowFile {
	return {
		name: `Verify a caller (${path})`,
		settings: { executionOrder: 'v1' },
		nodes: [
			node('Webhook', 'n8n-nodes-base.webhook', 2, 0, {
				httpMethod: 'POST',
				path,
				responseMode: 'lastNode',
				options: {},
			}),
			node('Verify', 'n8n-nodes-duo-security.duoAuth', 1, 200, {
				resource: 'authentication',
				operation: 'verify',
				user: locator('username', '={{ $json.body.username }}'),
			}),
			node('Reply', 'n8n-nodes-base.set', 3.4, 400, {
				mode: 'raw',
				jsonOutput: '={{ { outcome: $json.outcome, executionId: $execution.id } }}',
				options: {},
			}),
		],
		connections: chain('Webhook', 'Verify', 'Reply'),
	};
}

/** The workflow in a running n8n. */
export class HelpDesk {
	private constructor(
		readonly workflowId: string,
		private readonly webhook: string,
	) {}

	/** @param path of the webhook; each workflow has its own. */
	static async open(stage: Stage, url: string, path: string): Promise<HelpDesk> {
		const id = await stage.activate(workflow(path));
		const desk = new HelpDesk(id, `${url}/webhook/${path}`);
		await until('n8n had registered the webhook', () => desk.isOpen());
		return desk;
	}

	/** All at once, each with a call and an execution of its own. */
	async verifyAll(people: Person[]): Promise<Verification[]> {
		return await Promise.all(people.map((person) => this.verify(person)));
	}

	/**
	 * n8n registers a webhook some time after it has made the workflow active; from then on it answers GET with
	 * advice.
	 */
	private async isOpen(): Promise<boolean> {
		const reply = await fetch(this.webhook);
		return (await reply.text()).includes('make a POST request');
	}

	private async verify(person: Person): Promise<Verification> {
		const began = Date.now();
		const reply = await fetch(this.webhook, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ username: person.username }),
		});
		const { outcome, executionId } = (await reply.json()) as Partial<Verification>;
		return { person, status: reply.status, outcome, executionId, seconds: (Date.now() - began) / 1000 };
	}
}
