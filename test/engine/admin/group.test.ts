/** Groups: created, read, updated and deleted. */
import type { INodeParameters } from 'n8n-workflow';

import { inAnyOrder } from '../../support/inAnyOrder';
import { locator } from '../../support/locator';
import { useTenant } from '../../support/useTenant';

const duo = useTenant();
const { sent, writes } = duo;
const group = duo.admin.bind(null, 'group');
const named = (mode: string, value: string): INodeParameters => ({ group: locator(mode, value) });
const groups = () => [...duo.tenant.account.groups.values()];
const names = () => groups().map(({ name }) => name);
const wholeList = { method: 'GET', path: '/admin/v1/groups', params: { limit: '500', offset: '0' } };

describe('get', () => {
	it.each(['list', 'id'])('finds a group by %s with one call', async (mode) => {
		const { group_id } = duo.tenant.addGroup({ name: 'qa', desc: 'Testers' });

		const { json, error } = await group('get', named(mode, '={{ $json.id }}'), { items: [{ id: group_id }] });

		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ group_id, name: 'qa', desc: 'Testers', status: 'Active' }]);
		expect(sent()).toEqual([{ method: 'GET', path: `/admin/v2/groups/${group_id}`, params: {} }]);
	});

	it('finds groups by name, whatever its case, with one list for all items', async () => {
		for (const name of ['qa', 'ops']) duo.tenant.addGroup({ name });

		const { json } = await group('get', named('name', '={{ $json.team }}'), {
			items: ['ops', 'QA', ' ops '].map((team) => ({ team })),
		});

		expect(json.map(({ name }) => name)).toEqual(['ops', 'qa', 'ops']);
		expect(sent()).toEqual([wholeList]);
	});

	it('prefers the exact case, and otherwise names all that fit instead of taking the first', async () => {
		const [upper, lower] = ['QA', 'qa'].map((name) => duo.tenant.addGroup({ name }).group_id);

		const exact = await group('get', named('name', 'qa'));
		const unclear = await group('get', named('name', 'Qa'));

		expect(exact.json).toMatchObject([{ group_id: lower }]);
		expect(unclear.error).toMatchObject({
			message: '2 groups in Duo have the name “Qa”',
			context: { itemIndex: 0 },
		});
		expect(unclear.error?.description).toContain(`QA is ${upper}, qa is ${lower}`);
	});

	it('says which item names no group', async () => {
		duo.tenant.addGroup({ name: 'qa' });
		const items = [{ team: 'qa' }, { team: 'qaa' }];

		const { error } = await group('get', named('name', '={{ $json.team }}'), { items });
		const byId = await group('get', named('id', 'DUEXAMPLEUSER0000001'));

		expect(error).toMatchObject({ message: 'No group in Duo has the name “qaa”', context: { itemIndex: 1 } });
		expect(byId.error?.message).toBe('“DUEXAMPLEUSER0000001” is not a group ID');
	});
});

describe('getMany', () => {
	it('reads all pages, or up to the limit', async () => {
		for (let count = 0; count < 501; count++) duo.tenant.addGroup({ name: `team${count}` });

		const all = await group('getMany', { returnAll: true });
		const some = await group('getMany', { limit: 2 });

		expect(all.json.map(({ name }) => name)).toEqual(names());
		expect(some.json.map(({ name }) => name)).toEqual(['team0', 'team1']);
		expect(sent().map(({ params }) => params)).toEqual([
			{ limit: '500', offset: '0' },
			{ limit: '500', offset: '500' },
			{ limit: '2', offset: '0' },
		]);
	});

	it('names the missing permission', async () => {
		const key = duo.tenant.addKey({ api: 'admin', permissions: ['adminapi_write_resource'] });

		const { error } = await group('getMany', {}, { key });

		expect(error).toMatchObject({
			message: 'Duo does not allow this application to do that',
			httpCode: '403',
		});
		expect(error?.description).toContain('grant “Grant read resource (Grant resource: Read)”.');
	});
});

describe('create', () => {
	it('makes a group of each item', async () => {
		const { json, error } = await group(
			'create',
			{ name: '={{ $json.team }}', additionalFields: { desc: '={{ $json.about ?? "" }}', status: 'bypass' } },
			{ items: [{ team: 'qa', about: 'Testers' }, { team: 'ops' }] },
		);

		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ name: 'qa', desc: 'Testers', status: 'Bypass' }, { name: 'ops' }]);
		expect(writes()).toEqual(
			inAnyOrder([
				{
					method: 'POST',
					path: '/admin/v1/groups',
					params: { name: 'qa', desc: 'Testers', status: 'bypass' },
				},
				{ method: 'POST', path: '/admin/v1/groups', params: { name: 'ops', status: 'bypass' } },
			]),
		);
		expect(groups().map(({ group_id }) => group_id)).toEqual(
			inAnyOrder(json.map(({ group_id }) => group_id)),
		);
	});

	it('says so when the name is empty or taken, and makes the others', async () => {
		duo.tenant.addGroup({ name: 'qa' });
		const items = [{ team: 'qa' }, {}, { team: 'ops' }];

		const { json } = await group(
			'create',
			{ name: '={{ $json.team }}' },
			{ items, onError: 'continueRegularOutput' },
		);

		expect(json.map(({ name, error }) => name ?? error)).toEqual([
			'Duo already has such an entry',
			'“Name” is empty',
			'ops',
		]);
		expect(names()).toEqual(['qa', 'ops']);
	});
});

describe('update', () => {
	it('changes only the fields that were added, and clears an emptied description', async () => {
		const { group_id } = duo.tenant.addGroup({ name: 'qa', desc: 'Testers' });

		const first = await group('update', {
			...named('name', 'qa'),
			updateFields: { name: 'qa2', status: 'disabled' },
		});
		const afterFirst = { ...groups()[0] };
		await group('update', { ...named('id', group_id), updateFields: { desc: '' } });

		expect(first.json).toMatchObject([{ group_id, name: 'qa2', status: 'Disabled', desc: 'Testers' }]);
		expect(afterFirst).toMatchObject({ name: 'qa2', status: 'disabled', desc: 'Testers' });
		expect(groups()).toMatchObject([{ name: 'qa2', status: 'disabled', desc: '' }]);
		expect(writes()).toEqual([
			{ method: 'POST', path: `/admin/v1/groups/${group_id}`, params: { name: 'qa2', status: 'disabled' } },
			{ method: 'POST', path: `/admin/v1/groups/${group_id}`, params: { desc: '' } },
		]);
	});

	it('knows the new name of a group that an earlier item renamed', async () => {
		duo.tenant.addGroup({ name: 'qa' });
		const items = [
			{ from: 'qa', to: 'qa2' },
			{ from: 'qa2', to: 'qa3' },
		];

		const { json } = await group(
			'update',
			{ ...named('name', '={{ $json.from }}'), updateFields: { name: '={{ $json.to }}' } },
			{ items },
		);

		expect(json.map(({ name }) => name)).toEqual(['qa2', 'qa3']);
		expect(names()).toEqual(['qa3']);
	});

	it('refuses to update nothing', async () => {
		duo.tenant.addGroup({ name: 'qa' });

		const { error } = await group('update', { ...named('name', 'qa'), updateFields: {} });

		expect(error).toMatchObject({ message: 'There is nothing to update', context: { itemIndex: 0 } });
		expect(writes()).toEqual([]);
	});
});

describe('delete', () => {
	it('deletes each group and leaves its members in Duo', async () => {
		const [qa, ops] = ['qa', 'ops', 'dev'].map((name) => duo.tenant.addGroup({ name }).group_id);
		duo.tenant.addUser({ username: 'zoe', groups: [qa!] });

		const { json, error } = await group('delete', named('name', '={{ $json.team }}'), {
			items: [{ team: 'qa' }, { team: 'ops' }],
		});

		expect(error).toBeUndefined();
		expect(json).toEqual([
			{ deleted: true, group_id: qa, name: 'qa' },
			{ deleted: true, group_id: ops, name: 'ops' },
		]);
		expect(writes().map(({ method, path }) => `${method} ${path}`)).toEqual(
			inAnyOrder([qa, ops].map((id) => `DELETE /admin/v1/groups/${id}`)),
		);
		expect(names()).toEqual(['dev']);
		expect([...duo.tenant.account.users.values()]).toMatchObject([{ username: 'zoe', groups: [] }]);
	});

	it('takes a well-formed ID that no group has for the typo it is', async () => {
		duo.tenant.addGroup({ name: 'qa' });

		const { error, json } = await group('delete', named('id', 'DGEXAMPLEGROUP000001'));

		expect(json).toEqual([]);
		expect(error).toMatchObject({ message: 'Duo does not find what the request names', httpCode: '404' });
		expect(writes()).toEqual([]);
		expect(names()).toEqual(['qa']);
	});

	it('does not claim to have deleted a group that an earlier item deleted', async () => {
		duo.tenant.addGroup({ name: 'qa' });

		const { json } = await group('delete', named('name', 'qa'), {
			items: [{}, {}],
			onError: 'continueRegularOutput',
		});

		expect(json).toEqual([
			expect.objectContaining({ deleted: true }),
			{ error: 'No group in Duo has the name “qa”' },
		]);
	});
});

describe('permissions', () => {
	const existing = () => named('id', duo.tenant.addGroup({ name: 'qa' }).group_id);
	it.each<[string, () => INodeParameters]>([
		['create', () => ({ name: 'qa' })],
		['delete', existing],
		['get', existing],
		['getMany', () => ({})],
		['getMembers', existing],
		['update', () => ({ ...existing(), updateFields: { desc: 'Testers' } })],
	])('of %s are the ones that it declares', async (operation, prepare) => {
		await duo.expectPermissions('group', operation, prepare);
	});
});
