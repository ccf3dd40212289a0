/** How nodes, resources and operations describe themselves to n8n and its users. */
import type { INodeProperties, INodeType } from 'n8n-workflow';

import { DuoAccounts } from '../../nodes/DuoAccounts/DuoAccounts.node';
import { resources as accountsResources } from '../../nodes/DuoAccounts/resources';
import { DuoAdmin } from '../../nodes/DuoAdmin/DuoAdmin.node';
import { resources as adminResources } from '../../nodes/DuoAdmin/resources';
import { DuoAdminTrigger } from '../../nodes/DuoAdminTrigger/DuoAdminTrigger.node';
import { DuoAuth } from '../../nodes/DuoAuth/DuoAuth.node';
import { resources as authResources } from '../../nodes/DuoAuth/resources';
import { permissions } from '../../nodes/shared/errors/permissions';

const nodes: Array<[string, INodeType]> = [
	['DuoAccounts', new DuoAccounts()],
	['DuoAdmin', new DuoAdmin()],
	['DuoAuth', new DuoAuth()],
	['DuoAdminTrigger', new DuoAdminTrigger()],
];
const operations = [...adminResources, ...authResources, ...accountsResources].flatMap((resource) =>
	resource.operations.map((operation) => [`${resource.value}: ${operation.value}`, operation] as const),
);

/** Every parameter, those inside collections included. */
function flatten(properties: INodeProperties[]): INodeProperties[] {
	return properties.flatMap((property) => {
		const inner = (property.options ?? []).flatMap((option) => {
			if ('values' in option) return option.values;
			return 'displayName' in option ? [option] : [];
		});
		return [property, ...flatten(inner)];
	});
}

const namesOf = (property: INodeProperties) =>
	(property.options ?? []).map((option) => ('displayName' in option ? option.displayName : option.name));

const longLists = ({ description }: INodeType) =>
	flatten(description.properties).filter(
		({ type, name, options }) =>
			['options', 'multiOptions', 'collection'].includes(type) &&
			(options ?? []).length >= 5 &&
			name !== 'defaultCountry',
	);

/** What resources are there for that have neither Get Many nor Get. */
const mainOperations: Record<string, string> = {
	'DuoAdmin/account': 'getSummary',
	'DuoAdmin/passport': 'getConfig',
	'DuoAuth/application': 'check',
	'DuoAuth/authentication': 'verify',
	'DuoAuth/enrollment': 'enroll',
};

test('there are long lists to look at', () => {
	expect(nodes.flatMap(([, node]) => longLists(node)).length).toBeGreaterThan(5);
});

describe.each(nodes)('%s', (name, node) => {
	const all = flatten(node.description.properties);

	test('what shows a parameter of an operation begins with resource and operation', () => {
		// n8n looks no further than a condition that is set by expression.
		const conditions = node.description.properties.flatMap(({ displayOptions }) => {
			const names = Object.keys(displayOptions?.show ?? {});
			return names.includes('operation') ? [names.slice(0, 2)] : [];
		});
		expect(conditions.filter((names) => names.join() !== 'resource,operation')).toEqual([]);
	});

	test('lists of five or more are in alphabetical order', () => {
		for (const list of longLists(node)) {
			const names = namesOf(list);
			expect({ list: list.name, names }).toEqual({
				list: list.name,
				names: [...names].sort((a, b) => a.localeCompare(b, 'en')),
			});
		}
	});

	test('every default of an options list is one of its values', () => {
		for (const { name, options, default: value } of all.filter(({ type }) => type === 'options')) {
			const values = (options ?? []).map((option) => 'value' in option && option.value);
			expect({ name, values }).toEqual({
				name,
				values: expect.arrayContaining([value]) as unknown,
			});
		}
	});

	test('a resource shows Get Many first, or Get, or what it is there for', () => {
		const fields = node.description.properties.filter(({ name }) => name === 'operation');
		for (const { displayOptions, options = [], default: shown } of fields) {
			const [resource] = displayOptions!.show!.resource as string[];
			const values = options.map((option) => 'value' in option && option.value);
			const usual = ['getMany', 'get'].find((value) => values.includes(value));
			expect({ resource, shown }).toEqual({
				resource,
				shown: usual ?? mainOperations[`${name}/${resource}`],
			});
		}
	});

	test('names are in Title Case, and booleans say “Whether”', () => {
		const small = /^(a|an|and|as|at|by|for|from|if|in|of|on|or|than|the|to|with)$/;
		for (const { displayName, type, description } of all) {
			const words = displayName.replace(/[()]/g, '').split(/[\s-]+/);
			expect(
				words.filter((word, index) => !/^[A-Z0-9+]/.test(word) && (index === 0 || !small.test(word))),
			).toEqual([]);
			if (type === 'boolean') expect(description).toMatch(/^Whether /);
		}
	});

	test('no two parameters share an array: n8n changes them after loading', () => {
		const arrays = all
			.flatMap(({ options, modes, displayOptions }) => [
				options,
				modes,
				...Object.values(displayOptions?.show ?? {}),
			])
			.filter(Array.isArray);
		expect(new Set(arrays).size).toBe(arrays.length);
	});

	test('every search method that a list names exists', () => {
		const methods = all.flatMap(({ modes = [] }) =>
			modes.flatMap(({ typeOptions }) => typeOptions?.searchListMethod ?? []),
		);
		expect(Object.keys(node.methods?.listSearch ?? {})).toEqual(expect.arrayContaining(methods));
	});
});

test.each(nodes.filter(([, { description }]) => !description.polling))(
	'%s: no operation has two parameters of one name',
	(_, node) => {
		const places = node.description.properties.flatMap(({ name, displayOptions }) => {
			const [resource] = (displayOptions?.show?.resource ?? []) as string[];
			const operations = (displayOptions?.show?.operation ?? []) as string[];
			return operations.map((operation) => `${resource} ${operation} ${name}`);
		});
		expect(places.length).toBeGreaterThan(10);
		expect(places).toEqual([...new Set(places)]);
	},
);

describe.each(operations)('%s', (_, operation) => {
	test('says what it does, in n8n’s manner', () => {
		expect(operation.value).toMatch(/^[a-z][A-Za-z]+$/);
		expect(operation.action.replace(/WebAuthn|U2F|SMS/, '')).toMatch(/^[A-Z][^A-Z]*$/);
		expect(operation.description).toMatch(/^[A-Z].{15,}/);
		// One sentence has no full stop at its end, two have.
		expect(operation.description.endsWith('.')).toBe(/(?<!e\.g)\. /.test(operation.description));
	});

	test('names permissions that exist', () => {
		expect(Object.keys(permissions)).toEqual(expect.arrayContaining([...operation.permissions]));
	});
});
