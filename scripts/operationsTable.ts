/**
 * Writes the tables of operations into the README, from the operations themselves, and docs/coverage.md: `npm
 * run readme`. A test fails when one of them is behind.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { resources as accountsResources } from '../nodes/DuoAccounts/resources';
import { resources as adminResources } from '../nodes/DuoAdmin/resources';
import { resources as authResources } from '../nodes/DuoAuth/resources';
import type { Operation, Resource } from '../nodes/shared/engine/operation';
import { permissions } from '../nodes/shared/errors/permissions';

import { writeCoverage } from './coverage';
import { line } from './markdown';

const BEGIN = '<!-- operations: begin (written by npm run readme) -->';
const END = '<!-- operations: end -->';

export const readmeFile = join(__dirname, '..', 'README.md');

/** The README's text with tables that fit the code. */
export function withTables(readme: string): string {
	const [before, rest = ''] = readme.split(BEGIN);
	const [, after] = rest.split(END);
	if (before === undefined || after === undefined) throw new Error('The README has no place for the tables');
	return `${before}${BEGIN}\n\n${tables()}\n\n${END}${after}`;
}

function tables(): string {
	return [
		table('Duo Admin', adminResources),
		table('Duo Auth', authResources),
		table('Duo Accounts', accountsResources),
	].join('\n\n');
}

function table(node: string, resources: readonly Resource[]): string {
	const hasPermissions = resources.some(({ operations }) =>
		operations.some((operation) => operation.permissions.length > 0),
	);
	const heads = ['Resource', 'Operation', 'What it does', ...(hasPermissions ? ['Needs'] : [])];
	const rows = resources.flatMap((resource) =>
		resource.operations.map((operation) => [
			resource.name,
			operation.name,
			operation.description,
			...(hasPermissions ? [needs(operation)] : []),
		]),
	);
	return [`### ${node}`, '', line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

const needs = (operation: Operation) =>
	operation.permissions.map((permission) => permissions[permission].replace(/ \(.*$/, '')).join(', ');

if (require.main === module) {
	writeFileSync(readmeFile, withTables(readFileSync(readmeFile, 'utf8')));
	writeCoverage();
}
