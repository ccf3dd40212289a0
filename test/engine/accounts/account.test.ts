/** Child accounts: made, listed and deleted with the keys of their parent. */
import type { INodeParameters } from 'n8n-workflow';

import { inAnyOrder } from '../../support/inAnyOrder';
import { locator } from '../../support/locator';
import { useTenant } from '../../support/useTenant';

const duo = useTenant();
const { sent } = duo;
const account = duo.accounts.bind(null, 'account');
const named = (mode: string, value: string): INodeParameters => ({
	childAccount: locator(mode, value),
});
const names = () => [...duo.tenant.children.values()].map(({ name }) => name);
const list = { method: 'POST', path: '/accounts/v1/account/list', params: {} };

describe('getMany', () => {
	it('gives each child account with its host, or as many as wanted, with one call', async () => {
		const children = duo.tenant.addChildren(4);

		const all = await account('getMany', { returnAll: true });
		const some = await account('getMany', { limit: 2 }, { items: [{}, {}] });

		expect(all.error).toBeUndefined();
		expect(all.json).toEqual(
			children.map(({ accountId, apiHostname, name }) => ({
				account_id: accountId,
				api_hostname: apiHostname,
				name,
			})),
		);
		expect(some.json.map(({ name }) => name)).toEqual(['Child 001', 'Child 002', 'Child 001', 'Child 002']);
		expect(sent()).toEqual([list, list]);
		expect(duo.tenant.requests.map(({ host }) => host)).toEqual([duo.tenant.host, duo.tenant.host]);
	});

	it('says so when the keys belong to another kind of application', async () => {
		const { error } = await account('getMany', {}, { key: duo.tenant.keys.admin });

		expect(error?.message).toBe('These keys belong to another kind of Duo application');
		expect(error?.description).toContain('an application of the type Accounts API');
	});

	it('asks again when the answer got lost, because asking changes nothing', async () => {
		duo.tenant.addChild('Branch office');
		duo.tenant.faults.add({ kind: 'cutAfter' });

		const { json } = await account('getMany');

		expect(json).toMatchObject([{ name: 'Branch office' }]);
	});
});

describe('create', () => {
	it('makes a child account of each item', async () => {
		const { json, error } = await account(
			'create',
			{ name: '={{ $json.customer }}' },
			{ items: [{ customer: 'Branch office' }, { customer: ' Warehouse ' }] },
		);

		expect(error).toBeUndefined();
		expect(names()).toEqual(inAnyOrder(['Branch office', 'Warehouse']));
		expect(json).toEqual(
			inAnyOrder(
				[...duo.tenant.children.values()].map(
					({ accountId, name }) => expect.objectContaining({ account_id: accountId, name }) as unknown,
				),
			),
		);
		expect(json.map(({ name }) => name)).toEqual(['Branch office', 'Warehouse']);
		expect(sent()).toEqual(
			names().map((name) => ({ method: 'POST', path: '/accounts/v1/account/create', params: { name } })),
		);
	});

	it('says which item has no name, and makes the others', async () => {
		const items = [{}, { customer: 'Warehouse' }];
		const { json } = await account(
			'create',
			{ name: '={{ $json.customer }}' },
			{ items, onError: 'continueRegularOutput' },
		);

		expect(json).toMatchObject([{ error: '“Name” is empty' }, { name: 'Warehouse' }]);
		expect(names()).toEqual(['Warehouse']);
	});

	it('is not sent again when the answer got lost', async () => {
		duo.tenant.faults.add({ kind: 'cutAfter' });

		const { error } = await account('create', { name: 'Branch office' });

		expect(error?.name).toBe('NodeApiError');
		expect(names()).toEqual(['Branch office']);
	});
});

describe('delete', () => {
	it.each(['id', 'list', 'name'])('deletes the account that is named by %s and confirmed', async (mode) => {
		const [, branch] = ['Warehouse', 'Branch office'].map((name) => duo.tenant.addChild(name));
		const account_id = branch!.accountId;

		const { json, error } = await account('delete', {
			...named(mode, mode === 'name' ? 'branch OFFICE' : account_id),
			confirmName: 'Branch office',
		});

		expect(error).toBeUndefined();
		expect(json).toEqual([{ deleted: true, account_id, name: 'Branch office' }]);
		expect(names()).toEqual(['Warehouse']);
		expect(sent()).toEqual([
			list,
			{ method: 'POST', path: '/accounts/v1/account/delete', params: { account_id } },
		]);
	});

	it.each([
		['Warehouse', 'is not the name of the child account'],
		['branch office', 'is not the name of the child account'],
		['={{ $json.confirmed }}', '“Confirm Name” is empty'],
	])('with “%s” as confirmation deletes nothing', async (confirmName, message) => {
		const { accountId } = duo.tenant.addChild('Branch office');

		const { error } = await account('delete', { ...named('id', accountId), confirmName });

		expect(error?.message).toContain(message);
		expect(`${error?.message} ${error?.description}`).not.toContain('Branch office');
		expect(names()).toEqual(['Branch office']);
	});

	it('does not guess between accounts of one name, and finds none that is gone', async () => {
		const twins = ['Twin', 'Twin'].map((name) => duo.tenant.addChild(name).accountId);
		const unclear = await account('delete', { ...named('name', 'Twin'), confirmName: 'Twin' });
		expect(unclear.error?.message).toBe('2 child accounts in Duo have the name “Twin”');
		expect(unclear.error?.description).toContain(twins.join(', '));

		const { json } = await account(
			'delete',
			{ ...named('id', twins[0]!), confirmName: 'Twin' },
			{ items: [{}, {}], onError: 'continueRegularOutput' },
		);

		expect(json).toMatchObject([
			{ deleted: true },
			{ error: `No child account in Duo has the ID or name “${twins[0]}”` },
		]);
		expect([...duo.tenant.children.keys()]).toEqual([twins[1]]);
	});
});
