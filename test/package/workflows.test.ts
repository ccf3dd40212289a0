/** The workflows that users import: nothing private inside, and every node fits the nodes of this package. */
import type { INode, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { DuoAdmin } from '../../nodes/DuoAdmin/DuoAdmin.node';
import { DuoAdminTrigger } from '../../nodes/DuoAdminTrigger/DuoAdminTrigger.node';
import { DuoAuth } from '../../nodes/DuoAuth/DuoAuth.node';
import manifest from '../../package.json';
import { readShipped, shippedWorkflows } from '../n8n/harness/workflows';

const descriptions = Object.fromEntries(
	[new DuoAdmin(), new DuoAuth(), new DuoAdminTrigger()].map(({ description }) => [
		`${manifest.name}.${description.name}`,
		description,
	]),
);

const TRIGGER = 'n8n-nodes-base.executeWorkflowTrigger';
const OWN_TRIGGER = `${manifest.name}.duoAdminTrigger`;

const duoNodes = shippedWorkflows.flatMap((file) =>
	readShipped(file)
		.nodes.filter(({ type }) => type.startsWith(manifest.name))
		.map((node): [file: string, node: INode] => [file, node]),
);

/** The properties that n8n shows for these values of resource and operation. */
function shownProperties({ type, parameters }: INode): INodeProperties[] {
	const { resource, operation } = parameters;
	return (descriptions[type]?.properties ?? []).filter(({ displayOptions }) => {
		const { resource: resources, operation: operations } = displayOptions?.show ?? {};
		return (
			(resources?.includes(resource as string) ?? true) && (operations?.includes(operation as string) ?? true)
		);
	});
}

test('there are workflows', () => {
	expect(shippedWorkflows.length).toBeGreaterThanOrEqual(9);
});

describe.each(shippedWorkflows)('%s', (file) => {
	const workflow = readShipped(file);
	const { nodes } = workflow;

	test('holds neither credentials nor data nor anything of the n8n it was made in', () => {
		expect(nodes.filter(({ credentials }) => credentials !== undefined)).toEqual([]);
		expect(Object.keys(workflow).sort()).toEqual(['connections', 'name', 'nodes', 'settings']);
		expect(JSON.stringify(workflow)).not.toMatch(/\b(secretKey|integrationKey)\b|\bD[IUPG][A-Z0-9]{18}\b/);
	});

	test('explains itself in a note', () => {
		const [note] = nodes.filter(({ type }) => type === 'n8n-nodes-base.stickyNote');

		for (const part of [/^## /, /\*\*Fill in\*\*/, /credential/, /\*\*Comes out\*\*/]) {
			expect(note?.parameters.content).toMatch(part);
		}
	});

	test('starts by itself; or can be called, and uses every input that it declares and no other', () => {
		const [trigger, ...more] = nodes.filter(({ type }) => type === TRIGGER || type === OWN_TRIGGER);
		expect(more).toEqual([]);
		if (trigger?.type === OWN_TRIGGER) return;
		const { values } = trigger?.parameters.workflowInputs as { values: { name: string }[] };
		const declared = values.map(({ name }) => name);

		const expressions = JSON.stringify(
			nodes.filter(({ type }) => type !== TRIGGER && type !== 'n8n-nodes-base.set'),
		);
		const used = [...expressions.matchAll(/\$json\.(\w+)/g)].map(([, name]) => name!);

		expect([...new Set(used)].sort()).toEqual([...declared].sort());
	});

	test('has its nodes beside each other', () => {
		const places = nodes.map(({ position: [x, y] }) => `${x},${y}`);
		expect(new Set(places).size).toBe(nodes.length);
		expect(nodes.flatMap(({ position }) => position).filter((coordinate) => coordinate % 20 !== 0)).toEqual(
			[],
		);
	});
});

const isTrigger = ([, { type }]: [string, INode]) => type === OWN_TRIGGER;

describe.each(duoNodes.filter((entry) => !isTrigger(entry)))('%s: $name', (_file, node) => {
	test('its resource and operation exist', () => {
		const { resource, operation } = node.parameters;
		const chosen = (name: string) =>
			shownProperties(node).flatMap((property) =>
				property.name === name ? (property.options as INodePropertyOptions[]) : [],
			);

		expect(chosen('resource').map(({ value }) => value)).toContain(resource);
		expect(chosen('operation').map(({ value }) => value)).toContain(operation);
	});
});

describe.each(duoNodes)('%s: $name', (_file, node) => {
	test('each of its parameters exists, and so does each chosen mode and value', () => {
		const properties = shownProperties(node);
		for (const [name, value] of Object.entries(node.parameters)) {
			// The schedule, which n8n adds to every polling trigger.
			if (name === 'pollTimes') continue;
			const property = properties.find((candidate) => candidate.name === name);
			expect({ name, exists: property !== undefined }).toEqual({ name, exists: true });
			if (property?.type === 'resourceLocator') {
				expect(property.modes?.map((mode) => mode.name)).toContain((value as { mode: string }).mode);
			} else if (property?.type === 'options' && typeof value === 'string' && !value.startsWith('=')) {
				expect((property.options as INodePropertyOptions[]).map((option) => option.value)).toContain(value);
			} else if (property?.type === 'multiOptions') {
				const values = (property.options as INodePropertyOptions[]).map((option) => option.value);
				expect(values).toEqual(expect.arrayContaining(value as string[]));
			} else if (property?.type === 'collection') {
				const fields = (property.options as INodeProperties[]).map((field) => field.name);
				expect(fields).toEqual(expect.arrayContaining(Object.keys(value as object)));
			}
		}
	});
});
