/** Endpoints and registered devices: the computers and phones from which people work. */
import type { INodeParameters } from 'n8n-workflow';

import { inAnyOrder } from '../../support/inAnyOrder';
import { locator } from '../../support/locator';
import { useTenant } from '../../support/useTenant';

const duo = useTenant();
const { sent, writes } = duo;
const notFound = { message: 'Duo does not find what the request names', httpCode: '404' };

describe('endpoint', () => {
	const endpoint = duo.admin.bind(null, 'endpoint');
	const named = (value: string): INodeParameters => ({ endpoint: locator('id', value) });

	it('get gives one endpoint as Duo tells it', async () => {
		const { epkey } = duo.tenant.account.addEndpoint({ username: 'zoe', trusted_endpoint: 'no' });

		const { json, error } = await endpoint('get', named(epkey));

		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ epkey, username: 'zoe', trusted_endpoint: 'no' }]);
		expect(sent()).toEqual([{ method: 'GET', path: `/admin/v1/endpoints/${epkey}`, params: {} }]);
	});

	it('get says so when Duo has forgotten it, or when the ID is of something else', async () => {
		const gone = await endpoint('get', named('EPEXAMPLE00000000001'));
		const phone = await endpoint('get', named('DPEXAMPLEPHONE000001'));

		expect(gone.error).toMatchObject(notFound);
		expect(phone.error?.message).toBe('“DPEXAMPLEPHONE000001” is not an endpoint ID');
		expect(sent()).toHaveLength(1);
	});

	it('getMany reads all pages, or up to the limit', async () => {
		const keys = Array.from({ length: 501 }, () => duo.tenant.account.addEndpoint().epkey);

		const all = await endpoint('getMany', { returnAll: true });
		const some = await endpoint('getMany', { limit: 2 });

		expect(all.json.map(({ epkey }) => epkey)).toEqual(keys);
		expect(some.json.map(({ epkey }) => epkey)).toEqual(keys.slice(0, 2));
		expect(sent().map(({ params }) => params)).toEqual([
			{ limit: '500', offset: '0' },
			{ limit: '500', offset: '500' },
			{ limit: '2', offset: '0' },
		]);
	});

	it.each<[string, () => INodeParameters]>([
		['get', () => named(duo.tenant.account.addEndpoint().epkey)],
		['getMany', () => ({})],
	])('%s needs the permission that it declares', async (operation, prepare) => {
		await duo.expectPermissions('endpoint', operation, prepare);
	});
});

describe('registeredDevice', () => {
	const device = duo.admin.bind(null, 'registeredDevice');
	const path = '/admin/v1/registered_devices';
	const named = (value: string): INodeParameters => ({
		registeredDevice: locator('id', value),
		blockedDevice: locator('id', value),
	});
	const add = (blocked = false) => duo.tenant.account.addRegisteredDevice({ blocked }).compkey;
	const isBlocked = (key: string) => duo.tenant.account.registeredDevices.get(key)?.blocked;

	it('get gives the device that is named', async () => {
		const compkey = add();

		const { json, error } = await device('get', named(compkey));

		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ compkey }]);
		expect(sent()).toEqual([{ method: 'GET', path: `${path}/${compkey}`, params: {} }]);
	});

	it('getMany lists all, getBlocked the blocked ones', async () => {
		const [free, blocked] = [add(), add(true)];

		const all = await device('getMany', { returnAll: true });
		const some = await device('getBlocked', { returnAll: true });

		expect(all.json.map(({ compkey }) => compkey)).toEqual([free, blocked]);
		expect(some.json.map(({ compkey }) => compkey)).toEqual([blocked]);
		expect(sent().map((request) => request.path)).toEqual([path, `${path}/blocked`]);
	});

	it('block blocks the device of each item, and no other', async () => {
		const [first, second, other] = [add(), add(), add()];

		const { json } = await device('block', named('={{ $json.key }}'), {
			items: [{ key: first }, { key: second }],
		});

		expect(json).toMatchObject([
			{ blocked: true, compkey: first },
			{ blocked: true, compkey: second },
		]);
		expect(writes()).toEqual(
			inAnyOrder(
				[first, second].map((key) => ({ method: 'POST', path: `${path}/blocked/${key}`, params: {} })),
			),
		);
		expect([first, second, other].map(isBlocked)).toEqual([true, true, false]);
	});

	it('unblock lifts the block', async () => {
		const [first, other] = [add(true), add(true)];

		const { json } = await device('unblock', named(first));

		expect(json).toMatchObject([{ unblocked: true, compkey: first }]);
		expect(writes()).toEqual([{ method: 'DELETE', path: `${path}/blocked/${first}`, params: {} }]);
		expect([first, other].map(isBlocked)).toEqual([false, true]);
	});

	it('unblock does not claim to have lifted a block that is not there', async () => {
		const { error } = await device('unblock', named(add()));

		expect(error).toMatchObject(notFound);
		expect(writes()).toEqual([]);
	});

	it('delete deletes the device', async () => {
		const [first, other] = [add(), add()];

		const { json } = await device('delete', named(first));

		expect(json).toMatchObject([{ deleted: true, compkey: first }]);
		expect(writes()).toEqual([{ method: 'DELETE', path: `${path}/${first}`, params: {} }]);
		expect([...duo.tenant.account.registeredDevices.keys()]).toEqual([other]);
	});

	it.each(['block', 'delete', 'get', 'unblock'])('%s changes nothing for a typo', async (operation) => {
		add(true);

		const typo = await device(operation, named('CREXAMPLE00000000001'));
		const asked = sent().length;
		const other = await device(operation, named('DUEXAMPLEUSER0000001'));

		expect(typo.error).toMatchObject(notFound);
		expect(other.error?.message).toBe('“DUEXAMPLEUSER0000001” is not a registered device ID');
		expect(sent()).toHaveLength(asked);
		const word = await device(operation, named('blocked'));
		expect(word.error?.message).toBe('No registered device in Duo has the ID or device name “blocked”');
		expect(writes()).toEqual([]);
		expect([...duo.tenant.account.registeredDevices.values()]).toMatchObject([{ blocked: true }]);
	});

	it.each<[string, () => INodeParameters]>([
		['block', () => named(add())],
		['delete', () => named(add())],
		['get', () => named(add())],
		['getBlocked', () => ({})],
		['getMany', () => ({})],
		['unblock', () => named(add(true))],
	])('%s needs the permissions that it declares', async (operation, prepare) => {
		await duo.expectPermissions('registeredDevice', operation, prepare);
	});
});
