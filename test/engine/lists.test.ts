/** "From list" in the editor: the searches behind users, phones, groups, policies and bypass codes. */
import { LoadOptionsContext } from 'n8n-core';
import type { INodeListSearchResult } from 'n8n-workflow';

import { listSearches as listSearch } from '../../nodes/DuoAdmin/listSearch';
import { contextFor } from '../support/engine';
import { useSharedTenant } from '../support/useTenant';

const duo = useSharedTenant();
beforeAll(() => {
	const phone = duo.tenant.addPhone({ number: '+15555550101', name: 'desk' });
	for (let index = 0; index < 700; index++) {
		duo.tenant.addUser({
			username: `user${index}`,
			realname: `Person ${index}`,
			email: `p${index}@example.test`,
		});
	}
	duo.tenant.addUser({ username: 'zoe', realname: 'Zoe Quist', phones: [phone.phone_id] });
	duo.tenant.addPhone({ name: 'tablet' });
	duo.tenant.addGroup({ name: 'Contractors' });
	duo.tenant.addGroup({ name: 'Staff' });
	duo.tenant.addPolicy({ policy_name: 'Contractors abroad', policy_key: 'POEXAMPLEPOLICY00001' });
});

async function search(
	method: keyof typeof listSearch,
	filter?: string,
	token?: string,
	key = duo.tenant.keys.admin,
): Promise<INodeListSearchResult> {
	const { workflow, node, additionalData } = contextFor(
		'duoAdmin',
		{ resource: 'user', operation: 'get' },
		key,
	);
	const context = new LoadOptionsContext(workflow, node, additionalData, '');
	return await listSearch[method]!.call(context, filter, token);
}

const names = ({ results }: INodeListSearchResult) => results.map(({ name }) => name);

test('users come page by page', async () => {
	const first = await search('searchUsers');
	expect(first.results).toHaveLength(300);
	expect(first.results[0]).toEqual({
		name: 'user0 (Person 0)',
		value: expect.stringMatching(/^DU/) as unknown,
	});
	const third = await search('searchUsers', undefined, String(Number(first.paginationToken) + 300));
	expect(names(third)).toContain('zoe (Zoe Quist)');
	expect(third.paginationToken).toBeUndefined();
});

test('a search finds part of a name, full name or e-mail on any page', async () => {
	expect(names(await search('searchUsers', 'quist'))).toEqual(['zoe (Zoe Quist)']);
	expect(names(await search('searchUsers', 'P699@'))).toEqual(['user699 (Person 699)']);
	expect(await search('searchUsers', 'nobody')).toEqual({ results: [], paginationToken: undefined });
});

test('phones are shown with number and owner, and found by both', async () => {
	expect(names(await search('searchPhones'))).toEqual(['+15555550101 (zoe)', 'tablet']);
	expect(names(await search('searchPhones', '0101'))).toEqual(['+15555550101 (zoe)']);
	expect(names(await search('searchPhones', 'zoe'))).toEqual(['+15555550101 (zoe)']);
});

test('groups are found by name', async () => {
	expect(names(await search('searchGroups', 'contr'))).toEqual(['Contractors']);
});

test('policies are found by name, and the global one is chosen for any account', async () => {
	expect((await search('searchPolicies')).results).toEqual([
		{ name: 'Global Policy', value: 'global' },
		{ name: 'Contractors abroad', value: 'POEXAMPLEPOLICY00001' },
	]);
	expect(names(await search('searchPolicies', 'ABROAD'))).toEqual(['Contractors abroad']);
});

test('devices are shown with their names and users, and found by both', async () => {
	const { account } = duo.tenant;
	const user = account.findUser('zoe')!.user_id;
	duo.tenant.addToken({ type: 'h6', serial: '0012', users: [user] });
	duo.tenant.addWebAuthnCredential({ user, credential_name: 'Blue key' });
	const { registration_id } = account.addU2fToken(user);
	account.addDesktopAuthenticator({ user, device_name: 'LAPTOP-7' });
	account.addEndpoint({ device_name: 'TABLET-7', username: 'zoe' });
	const devices: Array<[keyof typeof listSearch, string, string]> = [
		['searchTokens', '0012, HOTP, 6 Digits (zoe)', '0012'],
		['searchWebAuthnCredentials', 'Blue key (zoe)', 'blue'],
		['searchU2fTokens', `${registration_id} (zoe)`, registration_id],
		['searchDesktopAuthenticators', 'LAPTOP-7 (zoe)', 'top-7'],
		['searchEndpoints', 'TABLET-7 (zoe)', 'tablet'],
	];
	for (const [method, name, part] of devices) {
		expect(names(await search(method, part))).toEqual([name]);
		expect(names(await search(method, 'ZOE'))).toEqual([name]);
		expect(names(await search(method, 'nobody'))).toEqual([]);
	}
});

test('shared devices are found by name, registered ones by name or key, the blocked ones apart', async () => {
	const { account } = duo.tenant;
	account.addSharedDeviceAuth({ name: 'Reception' });
	const [free, blocked] = [false, true].map((isBlocked) =>
		account.addRegisteredDevice({ blocked: isBlocked, device_name: 'PHONE-7' }),
	);

	expect(names(await search('searchSharedDeviceAuths', 'recep'))).toEqual(['Reception']);
	expect(names(await search('searchRegisteredDevices', 'phone'))).toEqual([
		`PHONE-7: ${free!.compkey}`,
		`PHONE-7: ${blocked!.compkey}`,
	]);
	expect(names(await search('searchBlockedDevices', blocked!.compkey))).toHaveLength(1);
	expect(names(await search('searchBlockedDevices', free!.compkey))).toEqual([]);
});

test('administrators, their units and applications are found by what people know of them', async () => {
	const { account, keys } = duo.tenant;
	duo.tenant.addAdmin({ name: 'Ada', email: 'ada@example.test', role: 'Billing' });
	account.addAdminUnit({ name: 'Branch office' });
	account.adminActivations.set('AAONE', {
		admin_activation_id: 'AAONE',
		admin_role: 'Help Desk',
		code: 'c0de',
		email: 'eve@example.test',
		email_sent: 1,
		expires: 1,
		link: 'https://example.test/c0de',
		message: '',
		subject: '',
		valid_days: 7,
	});
	const kinds: Array<[keyof typeof listSearch, string, string, string]> = [
		['searchAdministrators', 'Ada (ada@example.test)', 'billing', 'administrators'],
		['searchActivations', 'eve@example.test (Help Desk)', 'EVE', 'administrators'],
		['searchAdministrativeUnits', 'Branch office', 'branch', 'administrators'],
		['searchApplications', `${keys.auth.name} (authapi)`, 'authapi', 'applications'],
	];
	const key = duo.tenant.addKey({ api: 'admin', permissions: ['adminapi_read_resource'] });
	for (const [method, name, part, permission] of kinds) {
		expect(names(await search(method, part))).toEqual([name]);
		await expect(search(method, part, undefined, key)).rejects.toMatchObject({
			description: expect.stringContaining(`“Grant ${permission}”`) as unknown,
		});
	}
});

test('a wrong key is told in the list', async () => {
	const key = { ...duo.tenant.keys.admin, secretKey: 'x'.repeat(40) };
	await expect(search('searchUsers', '', undefined, key)).rejects.toThrow(
		'the secret key is most likely wrong',
	);
});

test.each(['searchPhones', 'searchTokens'] as const)('%s: no users, said with null', async (method) => {
	duo.tenant.addToken({ serial: '100200', type: 'h6' });
	duo.tenant.faults.add({ kind: 'nullLists' });
	const found = await search(method, 'tablet');
	duo.tenant.faults.add({ kind: 'nullLists' });
	const all = await search(method);

	expect(names(found)).toEqual(method === 'searchPhones' ? ['tablet'] : []);
	expect(names(all).join()).toContain(method === 'searchPhones' ? 'tablet' : '100200');
});
