/**
 * Writes docs/coverage.md (`npm run readme`): what other Duo tools can do (`comparisons/`), and what does the
 * same here. A test fails when an operation that is named here does not exist, and when the written file is
 * behind.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { resources as accountsResources } from '../nodes/DuoAccounts/resources';
import { resources as adminResources } from '../nodes/DuoAdmin/resources';
import { resources as authResources } from '../nodes/DuoAuth/resources';

import { comparisons } from './comparisons';
import type { OperationPath, Ours } from './comparisons/Comparison';
import { line } from './markdown';

const nodes = {
	duoAdmin: { name: 'Duo Admin', resources: adminResources },
	duoAuth: { name: 'Duo Auth', resources: authResources },
	duoAccounts: { name: 'Duo Accounts', resources: accountsResources },
} as const;

export const coverageFile = join(__dirname, '../docs/coverage.md');

/** As the user finds it in n8n; undefined when there is no such operation. */
export function operationName(path: OperationPath): string | undefined {
	const [nodeValue, resourceValue, operationValue] = path.split('/') as [keyof typeof nodes, string, string];
	const { name, resources } = nodes[nodeValue];
	const resource = resources.find(({ value }) => value === resourceValue);
	const operation = resource?.operations.find(({ value }) => value === operationValue);
	return resource && operation && `${name} → ${resource.name} → ${operation.name}`;
}

/** The operations of one row; none when the HTTP Request node does it. */
export function operationsOf(ours: Ours): readonly OperationPath[] {
	if (typeof ours === 'string') return [ours];
	return 'http' in ours ? [] : ours;
}

export function coverageText(): string {
	const intro = `# What the nodes cover

Each call of Duo’s own Python client, those that only the Ruby client has, each Duo action of Rewst and each part of JupiterOne’s graph, with the operation that does
the same. “HTTP Request” is n8n’s own node with one of our credentials: see
[Any other endpoint](../README.md#any-other-endpoint). Written by \`npm run readme\`.`;
	const parts = comparisons.map(({ title, source, rows }) =>
		[
			`## ${title}`,
			`${source}.`,
			[['Theirs', 'Ours'], ['---', '---'], ...rows.map(([theirs, ours]) => [theirs, describe(ours)])]
				.map(line)
				.join('\n'),
		].join('\n\n'),
	);
	return `${[intro, ...parts].join('\n\n')}\n`;
}

function describe(ours: Ours): string {
	if (typeof ours === 'object' && 'http' in ours) return `HTTP Request. ${ours.http}`;
	return operationsOf(ours)
		.map((path) => operationName(path) ?? path)
		.join('; ');
}

export function writeCoverage(): void {
	writeFileSync(coverageFile, coverageText());
}

export const readCoverage = () => readFileSync(coverageFile, 'utf8');
