/** Checks what the steps of the demo’s story have said, and prints what is worth showing. */
import type { IDataObject } from 'n8n-workflow';

import type { Execution, NodeRun } from '../n8n/harness/executions';
import type { RecordedRequest, Tenant } from '../tenant';

/** What the steps of the story must have said, and what of it is worth showing. */
const chapters: { node: string; proves: IDataObject; shows: string[] }[] = [
	{ node: 'Enroll user', proves: { created: true, invited: true }, shows: ['username', 'user_id', 'email'] },
	{
		node: 'Associate phone',
		proves: { associated: true, created: true },
		shows: ['number', 'phone_id', 'alreadyAssociated'],
	},
	{
		node: 'Find duplicate phones',
		proves: { duplicate: true },
		shows: ['number', 'orphan', 'keep', 'keepBecause', 'owners'],
	},
	{ node: 'Create activation link', proves: {}, shows: ['activation_url', 'valid_secs'] },
	{ node: 'Ada opens the link', proves: {}, shows: ['page'] },
	{ node: 'Send push', proves: { sent: true }, shows: ['txid'] },
	{
		node: 'Wait for the answer',
		proves: { approved: true, settled: true },
		shows: ['outcome', 'status_msg'],
	},
	{ node: 'Verify user', proves: { approved: true }, shows: ['factor', 'outcome', 'status_msg'] },
	{ node: 'Remove phone', proves: { removed: true, deleted: true }, shows: ['number', 'phone_id'] },
];

/**
 * Tells what happened, from n8n's own record of the execution and the tenant's of its requests.
 *
 * @throws when a step of the story failed or did not do what it is there for.
 */
export function report(
	{ nodes, error, status }: Execution,
	tenant: Tenant,
	print: (line?: string) => void,
): void {
	print('What happened in n8n');
	for (const chapter of chapters) {
		const [run] = nodes[chapter.node] ?? [];
		const item = run?.outputs[0]?.[0];
		if (run?.error) throw failure(chapter.node, run.error.message, run.error.description);
		if (!run || !item) throw failure(chapter.node, error?.message ?? 'It gave no output', error?.description);
		const missing = Object.entries(chapter.proves).filter(([field, value]) => item[field] !== value);
		if (missing.length > 0) throw failure(chapter.node, `Unexpected output: ${JSON.stringify(item)}`);
		print(`  ${chapter.node} (${seconds(run)})`);
		print(`      ${facts(chapter, item)}`);
	}
	if (status !== 'success')
		throw new Error(`n8n says that the execution ended with "${status}": ${error?.message ?? ''}`);
	print();
	reportRequests(tenant, print);
}

const seconds = ({ milliseconds }: NodeRun) => `${(milliseconds / 1000).toFixed(1)} s`;

const facts = ({ proves, shows }: (typeof chapters)[number], item: IDataObject) =>
	[...Object.keys(proves), ...shows].map((field) => `${field}: ${show(item[field])}`).join(', ');

const show = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const failure = (node: string, message: string, description?: string | null) =>
	new Error(`The step "${node}" failed: ${message}${description ? `\n${description}` : ''}`);

function reportRequests({ requests }: Tenant, print: (line?: string) => void): void {
	const calls = requests.filter(({ path }) => !path.startsWith('/activate/'));
	const valid = calls.filter(({ signature }) => signature === 'v5');
	print(`What the tenant saw: ${calls.length} requests, ${valid.length} with a valid signature`);
	const counts = new Map<string, number>();
	for (const call of calls) counts.set(kindOf(call), (counts.get(kindOf(call)) ?? 0) + 1);
	for (const [kind, count] of counts) print(`  ${String(count).padStart(3)} × ${kind}`);
	if (valid.length < calls.length || calls.length === 0)
		throw new Error('The tenant did not accept every signature');
}

/** Requests that differ only in an ID are of one kind. */
const kindOf = ({ method, path }: RecordedRequest) =>
	`${method} ${path.replace(/\/D[A-Z][A-Z0-9]{18}(?=\/|$)/g, '/…')}`;
