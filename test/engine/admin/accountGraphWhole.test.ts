/** The account as a graph, in JupiterOne's data model: the whole of it. */
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { entitiesOf, keysOf, oneOfEach, ofType } from '../../support/graph';
import { useTenant } from '../../support/useTenant';

const duo = useTenant();
const exportGraph = duo.admin.bind(null, 'account', 'exportGraph');
const accountKey = () => `duo-account:${duo.tenant.host}`;

it('everything by default; each thing once and before what refers to it, the same in every run', async () => {
	const { group, user, phone, token } = oneOfEach(duo.tenant);
	const other = duo.tenant.addUser({
		username: 'ada',
		groups: [group.group_id],
		phones: [phone.phone_id],
		tokens: [token.token_id],
	});

	const first = await exportGraph();
	const again = await exportGraph();

	expect(first.error).toBeUndefined();
	expect(again.json).toEqual(first.json);
	expect(new Set(entitiesOf(first.json).map(({ _type }) => _type)).size).toBe(7);
	expect(new Set(first.json.map(({ _type }) => _type)).size).toBe(14);
	expect(keysOf(first.json)).toEqual([...new Set(keysOf(first.json))]);
	for (const [index, { _fromEntityKey, _toEntityKey }] of first.json.entries()) {
		if (_fromEntityKey === undefined) continue;
		expect(keysOf(first.json.slice(0, index))).toEqual(
			expect.arrayContaining([_fromEntityKey, _toEntityKey]),
		);
	}
	for (const { user_id } of [user, other]) {
		const assigned = `duo-user:${user_id}|assigned|mfa-device:${token.token_id}`;
		expect(keysOf(first.json)).toEqual(
			expect.arrayContaining([assigned, `duo-user:${user_id}|uses|${phone.phone_id}`]),
		);
	}
});

it('groups, phones and tokens of nobody are there too', async () => {
	const group = duo.tenant.addGroup({ name: 'Empty' });
	const phone = duo.tenant.addPhone({ number: '+15555550101' });
	const token = duo.tenant.addToken({ serial: '100200', type: 'h6' });

	const { json } = await exportGraph({ include: ['users'] });

	expect(keysOf(entitiesOf(json)).slice(1)).toEqual([
		`duo-group:${group.group_id}`,
		phone.phone_id,
		`mfa-device:${token.token_id}`,
	]);
});

it('a reply that repeats its entries makes nothing appear twice', async () => {
	const { group, user, phone, token } = oneOfEach(duo.tenant);
	const once = await exportGraph();
	duo.tenant.faults.add({ kind: 'repeatedEntries', times: Infinity });

	const { json, error } = await exportGraph();

	expect(error).toBeUndefined();
	expect(keysOf(json)).toEqual([...new Set(keysOf(json))]);
	expect([...keysOf(json)].sort()).toEqual([...keysOf(once.json)].sort());
	expect(keysOf(json)).toEqual(
		expect.arrayContaining([
			`duo-group:${group.group_id}|has|duo-user:${user.user_id}`,
			`duo-user:${user.user_id}|uses|${phone.phone_id}`,
			`duo-user:${user.user_id}|assigned|mfa-device:${token.token_id}`,
		]),
	);
});

it('lists that are null are as empty ones', async () => {
	duo.tenant.addUser({ username: 'ada' });
	duo.tenant.addPhone({ number: '+15555550101' });
	duo.tenant.addToken({ serial: '100200', type: 'h6' });
	const plain = await exportGraph();
	duo.tenant.faults.add({ kind: 'nullLists', times: Infinity });

	const { json, error } = await exportGraph();

	expect(error).toBeUndefined();
	expect(json).toEqual(plain.json);
});

describe('permissions', () => {
	it('all that it declares, with everything included', async () => {
		await duo.expectPermissions('account', 'exportGraph', () => ({}));
	});

	it('a part that is left out is not asked for', async () => {
		oneOfEach(duo.tenant);
		const key = duo.tenant.addKey({ api: 'admin', permissions: ['adminapi_read_resource'] });

		const { json, error } = await exportGraph({ include: ['users'] }, { key });

		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ _type: 'duo_account', _key: accountKey(), name: duo.tenant.host });
		expect(ofType(json, 'duo_user')).toHaveLength(1);
	});
});

it('child accounts: each has a key and a name of its own, also where they share a host', async () => {
	const children = ['A', 'B', 'C', 'D'].map((name) => duo.tenant.addChild(name));
	for (const child of children) child.addUser({ username: 'zoe' });

	const { json } = await exportGraph({
		authentication: 'accountsApi',
		accountScope: 'all',
		include: ['users'],
	});

	expect(ofType(json, 'duo_account')).toMatchObject(
		children.map(({ accountId, apiHostname, name }) => ({
			_key: `duo-account:${apiHostname}:${accountId}`,
			name,
			accountId,
			account_id: accountId,
			accountName: name,
		})),
	);
	expect(new Set(keysOf(json)).size).toBe(json.length);
});

describe('as files', () => {
	const linesOf = ({ binary }: INodeExecutionData) =>
		Buffer.from(binary!.graph!.data, 'base64')
			.toString()
			.trimEnd()
			.split('\n')
			.map((line) => JSON.parse(line) as IDataObject);
	const asFiles = { output: 'files', binaryProperty: 'graph' };

	it('the same, one object a line, 20,000 in each file', async () => {
		for (let index = 0; index < 10_100; index++) duo.tenant.addUser({ username: `user${index}` });

		const { outputs } = await exportGraph({ include: ['users'], ...asFiles });
		const { json } = await exportGraph({ include: ['users'] });

		const files = outputs[0]!;
		expect(files.map((file) => file.json)).toEqual([
			{ fileName: 'duo-graph-1.jsonl', entities: 10_001, relationships: 9999 },
			{ fileName: 'duo-graph-2.jsonl', entities: 100, relationships: 101 },
		]);
		expect(files.flatMap(linesOf)).toEqual(json);
		expect(files[0]!.binary!.graph).toMatchObject({
			fileName: 'duo-graph-1.jsonl',
			mimeType: 'application/jsonl',
		});
	}, 60_000);

	it('what Duo refuses is an error of the item, not half a graph', async () => {
		const key = duo.tenant.addKey({ api: 'admin', permissions: ['adminapi_settings'] });
		const { outputs, error } = await exportGraph({ include: ['settings', 'users'], ...asFiles }, { key });
		expect(error?.description).toContain('Grant read resource');
		expect(outputs).toEqual([]);
	});
});
