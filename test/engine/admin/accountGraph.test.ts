/** The account as a graph, in JupiterOne's data model: each kind of thing. */
import { ofType, oneOfEach } from '../../support/graph';
import { useTenant } from '../../support/useTenant';

const duo = useTenant();
const { sent } = duo;
const exportGraph = duo.admin.bind(null, 'account', 'exportGraph');

const accountKey = () => `duo-account:${duo.tenant.host}`;
const related = (type: string, from: string, verb: string, to: string) => ({
	_key: `${from}|${verb.toLowerCase()}|${to}`,
	_type: type,
	_class: verb,
	_fromEntityKey: from,
	_toEntityKey: to,
	displayName: verb,
});

describe('each thing, with a key made of Duo’s own ID:', () => {
	it('the account, by its API hostname, with its settings', async () => {
		const { json } = await exportGraph({ include: ['settings'] });

		expect(json).toHaveLength(1);
		expect(json[0]).toMatchObject({
			_key: accountKey(),
			_type: 'duo_account',
			_class: 'Account',
			name: duo.tenant.account.settings.name,
			displayName: duo.tenant.account.settings.name,
			apiHostname: duo.tenant.host,
			lockoutThreshold: 10,
		});
		expect(sent()).toEqual([{ method: 'GET', path: '/admin/v1/settings', params: {} }]);
	});

	it('administrators', async () => {
		const { admin } = oneOfEach(duo.tenant);

		const { json } = await exportGraph({ include: ['administrators'] });

		const key = `duo-admin:${admin.admin_id}`;
		expect(json.slice(1)).toEqual([
			expect.objectContaining({
				_key: key,
				_type: 'duo_admin',
				_class: 'User',
				id: admin.admin_id,
				name: 'Ann',
				displayName: 'Ann',
				username: 'ann@example.com',
				email: 'ann@example.com',
				role: 'Owner',
				admin: true,
				status: 'active',
				active: true,
				lastLogin: 1_767_600_000_000,
			}),
			related('duo_account_has_admin', accountKey(), 'HAS', key),
		]);
		expect(sent().map(({ path }) => path)).toEqual(['/admin/v1/admins']);
	});

	it('applications, without their secret keys', async () => {
		const { integrationKey } = duo.tenant.addKey({ api: 'admin', name: 'Sync', permissions: [] });
		const secrets = Object.values(duo.tenant.keys).map(({ secretKey }) => secretKey);
		duo.tenant.account.integrations.get(integrationKey)!.notes = 'since 2020';
		Object.assign(duo.tenant.account.integrations.get(integrationKey)!, { secret_key: secrets[0] });

		const { json } = await exportGraph({ include: ['applications'] });

		const shown = json.filter(({ _key }) => (_key as string).includes(integrationKey));
		expect(shown).toEqual([
			expect.objectContaining({
				_key: integrationKey,
				_type: 'duo_integration',
				_class: 'Application',
				name: 'Sync',
				type: 'adminapi',
				notes: ['since 2020'],
			}),
			related('duo_account_has_integration', accountKey(), 'HAS', integrationKey),
		]);
		expect(ofType(json, 'duo_integration')).toHaveLength(duo.tenant.account.integrations.size);
		for (const secret of ['secret', ...secrets]) expect(JSON.stringify(json)).not.toContain(secret);
		expect(sent().map(({ path }) => path)).toEqual(['/admin/v3/integrations']);
	});

	it('users, groups, phones and MFA devices', async () => {
		const { group, user, phone, token, u2f, webAuthn } = oneOfEach(duo.tenant);

		const { json } = await exportGraph({ include: ['users'] });

		expect(ofType(json, 'duo_group')).toEqual([
			expect.objectContaining({
				_key: `duo-group:${group.group_id}`,
				_class: 'UserGroup',
				name: 'QA',
				description: 'QA people',
				status: 'active',
				active: true,
			}),
		]);
		expect(ofType(json, 'duo_user')).toEqual([
			{
				_key: `duo-user:${user.user_id}`,
				_type: 'duo_user',
				_class: 'User',
				id: user.user_id,
				name: 'Zoe Quist',
				displayName: 'Zoe Quist',
				username: 'zquist',
				aliases: ['zoe'],
				firstName: 'Zoe',
				lastName: 'Quist',
				email: 'zoe@example.com',
				status: 'active',
				active: true,
				mfaEnabled: true,
				createdOn: 1_767_000_000_000,
				lastLogin: 1_767_600_000_000,
				notes: ['on leave'],
			},
		]);
		expect(ofType(json, 'duo_phone')).toMatchObject([
			{
				_key: phone.phone_id,
				_class: 'Device',
				name: 'Zoe Quist’s Google Pixel 9',
				category: 'mobile',
				platform: 'android',
				phoneNumber: '+15555550101',
				encrypted: true,
				tampered: 'Not tampered',
				activated: true,
				lastSeenOn: Date.parse('2026-01-05T09:58:01Z'),
				userId: user.user_id,
			},
		]);
		const device = { _type: 'mfa_device', _class: 'AccessKey' };
		const createdOn = expect.any(Number) as number;
		expect(ofType(json, 'mfa_device')).toMatchObject([
			{ ...device, _key: `mfa-device:${token.token_id}`, name: '100200', factorType: 'token', type: 'h6' },
			{ ...device, _key: `mfa-device:${u2f.registration_id}`, factorType: 'u2f', createdOn },
			{
				...device,
				_key: `mfa-device:${webAuthn.webauthnkey}`,
				factorType: 'webauthn',
				name: 'My key',
				createdOn,
			},
		]);
		const [self, account] = [`duo-user:${user.user_id}`, accountKey()];
		const groupKey = `duo-group:${group.group_id}`;
		expect(json.filter((each) => '_fromEntityKey' in each)).toEqual([
			related('duo_account_has_group', account, 'HAS', groupKey),
			related('duo_account_has_user', account, 'HAS', self),
			related('duo_group_has_user', groupKey, 'HAS', self),
			related('duo_user_uses_phone', self, 'USES', phone.phone_id),
			...[token.token_id, u2f.registration_id, webAuthn.webauthnkey].map((id) =>
				related('duo_user_assigned_mfa_device', self, 'ASSIGNED', `mfa-device:${id}`),
			),
		]);
	});
});

it('a phone without a name gets a readable one, also one that nobody has', async () => {
	const users = [duo.tenant.addUser({ username: 'ada' }).user_id];
	duo.tenant.addPhone({ name: 'Desk', users });
	duo.tenant.addPhone({ platform: 'Apple iOS', users });
	duo.tenant.addPhone({ type: 'Unknown', platform: 'Unknown', users });
	duo.tenant.addPhone({ number: '+15555550109', platform: 'Unknown' });

	const { json } = await exportGraph({ include: ['users'] });

	const names = ofType(json, 'duo_phone').map(({ name }) => name);
	expect(names).toEqual(['Desk', 'ada’s Apple iOS', 'ada’s Phone', 'Mobile +15555550109']);
});
