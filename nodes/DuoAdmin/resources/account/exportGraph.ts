import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';

import { toFiles } from './graph/jsonLines';
import type { GraphObject } from './graph/model';
import { readGraph, type GraphPart } from './graph/readGraph';

export const exportGraph: ItemOperation = {
	name: 'Export Graph',
	value: 'exportGraph',
	action: 'Export graph of account',
	description:
		'Get the account with its administrators, applications, users, groups, phones and MFA devices, and how they relate, in the data model of JupiterOne',
	permissions: ['administrators', 'applications', 'settings', 'readResource'],
	properties: [
		{
			displayName: 'Include',
			name: 'include',
			type: 'multiOptions',
			options: [
				{
					name: 'Account Settings',
					value: 'settings',
					description: 'The name and the settings of the account. Needs “Grant settings”.',
				},
				{ name: 'Administrators', value: 'administrators', description: 'Needs “Grant administrators”' },
				{
					name: 'Applications',
					value: 'applications',
					description: 'Without their secret keys. Needs “Grant applications”.',
				},
				{
					name: 'Users, Groups and Devices',
					value: 'users',
					description:
						'With phones, hardware tokens, U2F tokens and WebAuthn credentials. Needs “Grant read resource”.',
				},
			],
			default: ['administrators', 'applications', 'settings', 'users'],
			description:
				'What the graph holds besides the account itself. What is left out is not asked for, and its permission not needed.',
		},
		{
			displayName: 'Output',
			name: 'output',
			type: 'options',
			options: [
				{
					name: 'Files',
					value: 'files',
					description: 'Files with one JSON object a line, 20,000 in each: takes little memory',
				},
				{
					name: 'Items',
					value: 'items',
					description: 'One item for each thing, and one for each relationship',
				},
			],
			default: 'items',
			description: 'How the graph comes out. For many thousand users, choose files.',
		},
		{
			displayName: 'Put Output Files in Field',
			name: 'binaryProperty',
			type: 'string',
			required: true,
			default: 'data',
			hint: 'The name of the output binary field to put the file in, one file in each item',
			displayOptions: { show: { output: ['files'] } },
		},
	],

	concurrency: reads(),

	async run({ params, duo, n8n }) {
		const graph = readGraph(duo, params.choices<GraphPart>('include'));
		if (params.choice('output') === 'files')
			return await toFiles(graph, params.text('binaryProperty'), n8n.helpers);

		const items: GraphObject[] = [];
		for await (const objects of graph) for (const each of objects) items.push(each);
		return items;
	},
};
