/** Policies are read, summed up, copied and deleted. */
import type { INodeParameters } from 'n8n-workflow';

import { inAnyOrder } from '../../support/inAnyOrder';
import { locator } from '../../support/locator';
import { useTenant } from '../../support/useTenant';

const duo = useTenant();
const { sent, writes } = duo;
const policy = duo.admin.bind(null, 'policy');
const named = (mode: string, value: string): INodeParameters => ({ policy: locator(mode, value) });
const policies = () => [...duo.tenant.account.policies.values()];
const names = () => policies().map(({ policy_name }) => policy_name);
const global = () => policies().find(({ is_global_policy }) => is_global_policy)!;
const LOCKED = { screen_lock: { require_screen_lock: true } };
const wholeList = { method: 'GET', path: '/admin/v2/policies', params: { limit: '100', offset: '0' } };

describe('get', () => {
	it.each(['list', 'id'])('finds a policy by %s with one call', async (mode) => {
		const { policy_key } = duo.tenant.addPolicy({ policy_name: 'Contractors', sections: LOCKED });

		const { json, error } = await policy('get', named(mode, '={{ $json.key }}'), {
			items: [{ key: policy_key }],
		});

		expect(error).toBeUndefined();
		expect(json).toEqual([
			{ policy_key, policy_name: 'Contractors', is_global_policy: false, sections: LOCKED },
		]);
		expect(sent()).toEqual([{ method: 'GET', path: `/admin/v2/policies/${policy_key}`, params: {} }]);
	});

	it('finds the global policy of any account by one word', async () => {
		const { json } = await policy('get', named('list', 'global'));

		expect(json).toMatchObject([{ policy_key: global().policy_key, is_global_policy: true }]);
		expect(sent()).toMatchObject([{ path: '/admin/v2/policies/global' }]);
	});

	it('finds policies by name, the global one too, with one list for all items', async () => {
		duo.tenant.addPolicy({ policy_name: 'Contractors' });

		const { json } = await policy('get', named('name', '={{ $json.name }}'), {
			items: [{ name: 'contractors' }, { name: 'Global Policy' }],
		});

		expect(json.map(({ policy_name }) => policy_name)).toEqual(['Contractors', 'Global Policy']);
		expect(sent()).toEqual([wholeList]);
	});

	it('says which name or key is wrong', async () => {
		const [first, second] = [1, 2].map(() => duo.tenant.addPolicy({ policy_name: 'Contractors' }).policy_key);

		const unknown = await policy('get', named('name', 'Contractor'));
		const unclear = await policy('get', named('name', 'Contractors'));
		const noKey = await policy('get', named('id', 'Contractors'));

		expect(unknown.error?.message).toBe('No policy in Duo has the name “Contractor”');
		expect(unclear.error).toMatchObject({
			message: '2 policies in Duo have the name “Contractors”',
			description: `Name the one you mean by key: Contractors is ${first}, Contractors is ${second}.`,
		});
		expect(noKey.error?.message).toBe('2 policies in Duo have the key or name “Contractors”');
	});
});

describe('getMany', () => {
	it('reads all pages, or up to the limit', async () => {
		for (let count = 0; count < 101; count++) duo.tenant.addPolicy({ policy_name: `policy${count}` });

		const all = await policy('getMany', { returnAll: true });
		const some = await policy('getMany', { limit: 2 });

		expect(all.json.map(({ policy_name }) => policy_name)).toEqual(names());
		expect(some.json.map(({ policy_name }) => policy_name)).toEqual(['Global Policy', 'policy0']);
		expect(sent().map(({ params }) => params)).toEqual([
			{ limit: '100', offset: '0' },
			{ limit: '100', offset: '100' },
			{ limit: '2', offset: '0' },
		]);
	});

	it('refuses a limit that is none', async () => {
		const { error } = await policy('getMany', { limit: 0 });

		expect(error?.message).toBe('“Limit” must be a whole number of at least 1');
		expect(sent()).toEqual([]);
	});
});

describe('getSummary', () => {
	it('gives Duo’s summary', async () => {
		const app = duo.tenant.keys.auth.integrationKey;
		const { group_id } = duo.tenant.addGroup({ name: 'qa' });
		const { policy_key } = duo.tenant.addPolicy({
			policy_name: 'Contractors',
			apps: [app],
			groupsInApps: [{ app_integration_key: app, group_id_list: [group_id] }],
		});

		const { json } = await policy('getSummary');

		expect(json).toMatchObject([
			{
				policy_count: 2,
				response_is_truncated: false,
				policies: [
					{ policy_name: 'Global Policy', policy_applies_to: [] },
					{
						policy_key,
						policy_name: 'Contractors',
						policy_applies_to: [
							{ app_integration_key: app, apply_type: 'app' },
							{ app_integration_key: app, apply_type: 'app/group_app', groups: [{ group_id }] },
						],
					},
				],
			},
		]);
		expect(sent()).toEqual([{ method: 'GET', path: '/admin/v2/policies/summary', params: {} }]);
	});
});

describe('copy', () => {
	it('makes a policy for each new name', async () => {
		const { policy_key } = duo.tenant.addPolicy({ policy_name: 'Contractors', sections: LOCKED });

		const { json, error } = await policy(
			'copy',
			{
				...named('name', 'Contractors'),
				newPolicyNames: '={{ $json.names }}',
			},
			{ items: [{ names: ['North', ' South ', ''] }] },
		);

		expect(error).toBeUndefined();
		expect(json).toMatchObject([
			{ policy_name: 'North', sections: LOCKED },
			{ policy_name: 'South', sections: LOCKED },
		]);
		expect(writes()).toEqual([
			{
				method: 'POST',
				path: '/admin/v2/policies/copy',
				params: { policy_key, new_policy_names_list: ['North', 'South'] },
			},
		]);
		expect(names()).toEqual(['Global Policy', 'Contractors', 'North', 'South']);
	});

	it('wants a name at least', async () => {
		const { error } = await policy('copy', { ...named('list', 'global'), newPolicyNames: '={{ [] }}' });

		expect(error?.message).toBe('“New Policy Names” is empty');
		expect(sent()).toEqual([]);
	});

	it('lets a later item find the copy', async () => {
		const { json } = await policy(
			'copy',
			{ ...named('name', '={{ $json.from }}'), newPolicyNames: ['={{ $json.to }}'] },
			{
				items: [
					{ from: 'Global Policy', to: 'North' },
					{ from: 'North', to: 'South' },
				],
			},
		);

		expect(json.map(({ policy_name }) => policy_name)).toEqual(['North', 'South']);
	});
});

describe('delete', () => {
	it('deletes each policy', async () => {
		const keys = ['a', 'b', 'c'].map((name) => duo.tenant.addPolicy({ policy_name: name }).policy_key);

		const { json, error } = await policy('delete', named('name', '={{ $json.name }}'), {
			items: [{ name: 'a' }, { name: 'b' }],
		});

		expect(error).toBeUndefined();
		expect(json).toEqual([
			{ deleted: true, policy_key: keys[0], policy_name: 'a' },
			{ deleted: true, policy_key: keys[1], policy_name: 'b' },
		]);
		expect(writes().map(({ method, path }) => `${method} ${path}`)).toEqual(
			inAnyOrder(keys.slice(0, 2).map((key) => `DELETE /admin/v2/policies/${key}`)),
		);
		expect(names()).toEqual(['Global Policy', 'c']);
	});

	it.each(['name', 'list', 'key'])('never asks Duo to delete the global policy, named by %s', async (by) => {
		const value = { name: 'Global Policy', list: 'global', key: global().policy_key }[by]!;

		const { error } = await policy('delete', named(by === 'key' ? 'id' : by, value));

		expect(error).toMatchObject({
			message: '“Global Policy” is the global policy, which cannot be deleted',
			context: { itemIndex: 0 },
		});
		expect(writes()).toEqual([]);
	});

	it('takes a well-formed key that no policy has for the typo it is', async () => {
		const { error, json } = await policy('delete', named('id', 'POEXAMPLEPOLICY00001'));

		expect(json).toEqual([]);
		expect(error).toMatchObject({ message: 'Duo does not find what the request names', httpCode: '404' });
		expect(writes()).toEqual([]);
	});
});

describe('permissions', () => {
	const existing = () => named('id', duo.tenant.addPolicy({ policy_name: 'Contractors' }).policy_key);
	it.each<[string, () => INodeParameters]>([
		['copy', () => ({ ...existing(), newPolicyNames: ['North'] })],
		['create', () => ({ policyName: 'Contractors' })],
		['delete', existing],
		['get', existing],
		['getMany', () => ({})],
		['getSummary', () => ({})],
		['update', () => ({ ...existing(), updateFields: { policyName: 'North' } })],
		['updateMany', () => ({ policies: 'all', sections: LOCKED })],
	])('of %s are the ones that it declares', async (operation, prepare) => {
		await duo.expectPermissions('policy', operation, prepare);
	});
});
