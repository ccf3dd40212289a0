/** Which items wait for each other: those that change the same, however they name it, and no others. */
import type { INodeParameters } from 'n8n-workflow';

import { useTenant } from '../support/useTenant';

jest.setTimeout(30_000);

const SLOW = 700;
const duo = useTenant({ latencyMs: 20 });

const locator = (name: string, mode: string): INodeParameters => ({
	[name]: { __rl: true, mode, value: '={{ $json.name }}' },
});
const updateFields = (fields: INodeParameters) => ({ updateFields: fields });
const changesTo = (path: string) =>
	duo.tenant.requests.filter((request) => request.method !== 'GET' && request.path === path);

interface Kind {
	resource: string;
	operation: string;
	parameters: INodeParameters;
	/** Makes two, and tells the paths of their changes. */
	add: (first: string, second: string) => [first: string, second: string];
}

const kinds: Kind[] = [
	{
		resource: 'administrativeUnit',
		operation: 'update',
		parameters: { ...locator('administrativeUnit', 'name'), ...updateFields({ description: 'new' }) },
		add: (...names) => {
			const [first, second] = names.map((name) => duo.tenant.account.addAdminUnit({ name }).admin_unit_id);
			return [`/admin/v1/administrative_units/${first}`, `/admin/v1/administrative_units/${second}`];
		},
	},
	{
		resource: 'administrator',
		operation: 'resetAuthAttempts',
		parameters: locator('administrator', 'email'),
		add: (...names) => {
			const [first, second] = names.map((email) => duo.tenant.addAdmin({ name: email, email }).admin_id);
			return [`/admin/v1/admins/${first}/reset`, `/admin/v1/admins/${second}/reset`];
		},
	},
	{
		resource: 'group',
		operation: 'update',
		parameters: { ...locator('group', 'name'), ...updateFields({ desc: 'new' }) },
		add: (...names) => {
			const [first, second] = names.map((name) => duo.tenant.addGroup({ name }).group_id);
			return [`/admin/v1/groups/${first}`, `/admin/v1/groups/${second}`];
		},
	},
	{
		resource: 'policy',
		operation: 'update',
		parameters: { ...locator('policy', 'name'), ...updateFields({ sections: '{ "screen_lock": {} }' }) },
		add: (...names) => {
			const [first, second] = names.map((name) => duo.tenant.addPolicy({ policy_name: name }).policy_key);
			return [`/admin/v2/policies/${first}`, `/admin/v2/policies/${second}`];
		},
	},
	{
		resource: 'token',
		operation: 'update',
		parameters: { ...locator('token', 'serial'), ...updateFields({ totpStep: 60 }) },
		add: (...names) => {
			const [first, second] = names.map((serial) => duo.tenant.addToken({ type: 't6', serial }).token_id);
			return [`/admin/v1/tokens/${first}`, `/admin/v1/tokens/${second}`];
		},
	},
];

it.each(kinds)('$resource $operation', async ({ resource, operation, parameters, add }) => {
	const [first, second] = add('Eins', 'Zwei');
	for (const method of ['POST', 'PUT'])
		duo.tenant.faults.add({ kind: 'slow', delayMs: SLOW, method, path: first });
	const items = ['Eins', ' EINS ', 'Zwei'].map((name) => ({ name }));

	const { json, error } = await duo.admin(resource, operation, parameters, { items });

	expect([error, json]).toEqual([undefined, [expect.anything(), expect.anything(), expect.anything()]]);
	const [one, again, ...more] = changesTo(first);
	expect(more).toEqual([]);
	expect(again!.at - one!.at).toBeGreaterThanOrEqual(SLOW);
	expect(changesTo(second)).toHaveLength(1);
	expect(changesTo(second)[0]!.at).toBeLessThan(again!.at);
});

it('the global policy is the same by its word and by its key', async () => {
	const { policy_key } = duo.tenant.account.policies.values().next().value!;
	const items = ['global', policy_key].map((name) => ({ name }));
	duo.tenant.faults.add({ kind: 'slow', delayMs: SLOW, method: 'PUT', path: /policies/ });

	await duo.admin(
		'policy',
		'update',
		{ ...locator('policy', 'id'), ...updateFields({ sections: '{ "screen_lock": {} }' }) },
		{ items },
	);

	const [one, again] = changesTo(`/admin/v2/policies/${policy_key}`);
	expect(again!.at - one!.at).toBeGreaterThanOrEqual(SLOW);
});

it('a name goes from one group to another in the order of the input', async () => {
	const [sales, guests] = ['Sales', 'Guests'].map((name) => duo.tenant.addGroup({ name }).group_id);
	const items = [
		{ name: sales, to: 'Sales, old' },
		{ name: guests, to: 'Sales' },
	];
	duo.tenant.faults.add({ kind: 'slow', delayMs: SLOW, path: `/admin/v1/groups/${sales}` });

	const parameters = { ...locator('group', 'id'), ...updateFields({ name: '={{ $json.to }}' }) };
	await duo.admin('group', 'update', parameters, { items });

	const [first, second] = [sales, guests].map((id) => changesTo(`/admin/v1/groups/${id}`)[0]!);
	expect(second!.at - first!.at).toBeGreaterThanOrEqual(SLOW);
});

it('an administrator who is deleted counts no more for the next item: one owner stays', async () => {
	const items = ['ada', 'ben'].map((name) => ({
		name: duo.tenant.addAdmin({ name, email: `${name}@example.com`, role: 'Owner' }).admin_id,
	}));
	const { error } = await duo.admin('administrator', 'delete', locator('administrator', 'id'), { items });
	expect(error?.message).toBe('ben is the only active owner of this Duo account');
	expect([...duo.tenant.account.admins.values()].map(({ name }) => name)).toEqual(['ben']);
});

it('tokens for many users: users are looked up together, those who got none are not forgotten', async () => {
	const items = Array.from({ length: 20 }, (_, index) => {
		duo.tenant.addUser({ username: `user${index}` });
		return { name: duo.tenant.addToken({ type: 'h6', serial: `${index}` }).token_id, who: `user${index}` };
	});
	const user = { __rl: true, mode: 'username', value: '={{ $json.who }}' };

	const { json } = await duo.admin('token', 'assign', { ...locator('token', 'id'), user }, { items });

	expect(json.map(({ username, assigned }) => [username, assigned])).toEqual(
		items.map(({ who }) => [who, true]),
	);
	expect(duo.sent().filter(({ path }) => path === '/admin/v1/users')).toHaveLength(1);
});

it('items that find nothing to do leave to the others what is known', async () => {
	const groups = Array.from(
		{ length: 5 },
		(_, index) => duo.tenant.addGroup({ name: `Group ${index}` }).group_id,
	);
	duo.tenant.account.addAdminUnit({ name: 'Branch', groups });
	const items = groups.map((name) => ({ name }));

	const administrativeUnit = { __rl: true, mode: 'name', value: 'Branch' };
	const { json } = await duo.admin(
		'administrativeUnit',
		'addGroup',
		{ administrativeUnit, ...locator('group', 'id') },
		{ items },
	);

	expect(json.map(({ alreadyAdded }) => alreadyAdded)).toEqual(groups.map(() => true));
	expect(duo.sent().filter(({ path }) => path === '/admin/v1/administrative_units')).toHaveLength(1);
});
