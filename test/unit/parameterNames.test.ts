/** Operations read only parameters that their resource describes: a misspelt name fails here. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { INodeProperties } from 'n8n-workflow';

import { DuoAccounts } from '../../nodes/DuoAccounts/DuoAccounts.node';
import { DuoAdmin } from '../../nodes/DuoAdmin/DuoAdmin.node';
import { DuoAuth } from '../../nodes/DuoAuth/DuoAuth.node';
import { Collection } from '../../nodes/shared/parameters/Collection';
import { ItemParameters } from '../../nodes/shared/parameters/ItemParameters';

const nodes = join(__dirname, '../../nodes');

const readers = [Collection, ItemParameters].flatMap(({ prototype }) =>
	Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor'),
);

/** What follows a reader as a literal, e.g. `fields.text('realname')`. */
const reading = new RegExp(`(?<!\\.)\\.(?:${readers.join('|')})(?:<[^()]*>)?\\(\\s*'(\\w+)'`, 'g');

const namesIn = (properties: readonly INodeProperties[]): string[] =>
	properties.flatMap(({ name, options = [] }) => [
		name,
		...options.flatMap((option) => {
			if ('values' in option) return [option.name, ...namesIn(option.values)];
			return 'type' in option ? namesIn([option]) : [];
		}),
	]);

const namesRead = (folder: string): Array<[file: string, name: string]> =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.flatMap((file) =>
			[...readFileSync(join(folder, file), 'utf8').matchAll(reading)].map(([, name]): [string, string] => [
				file,
				name!,
			]),
		);

const folders = [new DuoAccounts(), new DuoAdmin(), new DuoAuth()].flatMap(({ description, constructor }) => {
	const resources = join(nodes, constructor.name, 'resources');
	return readdirSync(resources, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }): [string, INodeProperties[]] => {
			const ofResource = description.properties.filter(
				({ displayOptions }) => displayOptions?.show?.resource?.includes(name) ?? false,
			);
			return [join(constructor.name, 'resources', name), ofResource];
		});
});

test.each(folders)('%s', (folder, properties) => {
	const described = new Set(namesIn(properties));
	const unknown = namesRead(join(nodes, folder)).filter(([, name]) => !described.has(name));
	expect(unknown).toEqual([]);
});

test('references', () => {
	const described = new Set(namesIn(new DuoAdmin().description.properties));
	const read = namesRead(join(nodes, 'DuoAdmin/references'));
	expect(read.length).toBeGreaterThan(5);
	expect(read.filter(([, name]) => !described.has(name))).toEqual([]);
});

test('the names are found at all', () => {
	const found = folders.map(([folder]) => namesRead(join(nodes, folder)).length);
	expect(found.reduce((sum, count) => sum + count)).toBeGreaterThan(200);
});
