/** What n8n shows of the package that was installed from its tarball. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ICredentialType, INodeTypeDescription } from 'n8n-workflow';

import { announced } from './harness/announcement';
import { repository } from './harness/places';
import { RestClient } from './harness/RestClient';

interface Manifest {
	name: string;
	n8n: { nodes: string[]; credentials: string[] };
}

const { url } = announced();
const manifest = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as Manifest;

const names = (files: string[], suffix: string) =>
	files.map((file) => {
		const name = file.replace(/^.*\//, '').replace(suffix, '');
		return name.charAt(0).toLowerCase() + name.slice(1);
	});
const nodeNames = names(manifest.n8n.nodes, '.node.js');
const credentialNames = names(manifest.n8n.credentials, '.credentials.js');

const n8n = new RestClient(url);

beforeAll(async () => {
	await n8n.logIn();
});

/** n8n leaves out `iconUrl` when it cannot find the file. */
type Shown = INodeTypeDescription & { iconUrl?: string | { light: string; dark: string } };

async function expectIcons({ iconUrl }: Pick<Shown, 'iconUrl'>): Promise<void> {
	if (typeof iconUrl !== 'object') throw new Error(`Not a pair of icons: ${String(iconUrl)}`);
	for (const icon of [iconUrl.light, iconUrl.dark]) {
		const reply = await fetch(`${url}/${icon}`);
		expect(reply.headers.get('content-type')).toContain('svg');
		expect(await reply.text()).toContain('<svg');
	}
}

test.each(nodeNames)('node %s is there, with icons and search words', async (name) => {
	const types = await n8n.get<Shown[]>('/types/nodes.json');
	const node = types.find((type) => type.name === `${manifest.name}.${name}`);

	expect(node?.displayName).toMatch(/^Duo /);
	await expectIcons(node!);
	expect(node?.codex?.categories).not.toHaveLength(0);
});

test.each(nodeNames.filter((name) => !name.endsWith('Trigger')))(
	'node %s can be a tool of an AI agent',
	async (name) => {
		const types = await n8n.get<Shown[]>('/types/nodes.json');
		const tool = types.find((type) => type.name === `${manifest.name}.${name}Tool`);

		expect(tool?.outputs).toEqual(['ai_tool']);
	},
);

test.each(credentialNames)('credential %s is there, with icons', async (name) => {
	const types = await n8n.get<(ICredentialType & Pick<Shown, 'iconUrl'>)[]>('/types/credentials.json');
	const credential = types.find((type) => type.name === name);

	expect(credential?.displayName).toMatch(/^Duo .* API$/);
	await expectIcons(credential!);
});
