/** The settings of an account, read and changed. */
import type { INodeParameters } from 'n8n-workflow';

import { DuoAdmin } from '../../../nodes/DuoAdmin/DuoAdmin.node';
import { useTenant } from '../../support/useTenant';

const duo = useTenant();
const { sent, writes } = duo;
const account = duo.admin.bind(null, 'account');
const update = async (updateFields: INodeParameters, items?: object[]) =>
	await account('updateSettings', { updateFields }, items && { items: items as never });

describe('getSettings', () => {
	it('gives Duo’s settings unchanged', async () => {
		const { json, error } = await account('getSettings');

		expect(error).toBeUndefined();
		expect(json).toEqual([duo.tenant.account.settings]);
		expect(sent()).toEqual([{ method: 'GET', path: '/admin/v1/settings', params: {} }]);
	});
});

describe('updateSettings', () => {
	it('sends what was added, and tells what changed and what it was before', async () => {
		const { json, error } = await update({
			lockoutThreshold: 5,
			smsRefresh: true,
			fraudEmailEnabled: true,
			smsMessage: '',
			helpdeskBypass: 'limit',
		});

		expect(error).toBeUndefined();
		expect(writes()).toEqual([
			{
				method: 'POST',
				path: '/admin/v1/settings',
				params: {
					lockout_threshold: '5',
					sms_refresh: '1',
					fraud_email_enabled: '1',
					sms_message: '',
					helpdesk_bypass: 'limit',
				},
			},
		]);
		expect(json).toEqual([
			{
				...duo.tenant.account.settings,
				changedFields: ['helpdesk_bypass', 'lockout_threshold', 'sms_message', 'sms_refresh'],
				previous: {
					lockout_threshold: 10,
					sms_refresh: 0,
					fraud_email_enabled: true,
					sms_message: 'SMS passcodes',
					helpdesk_bypass: 'allow',
				},
			},
		]);
		expect(duo.tenant.account.settings).toMatchObject({
			lockout_threshold: 5,
			sms_refresh: 1,
			sms_message: '',
		});
	});

	it('knows every setting by Duo’s name and type', async () => {
		const { options = [] } = new DuoAdmin().description.properties.find(
			({ name, displayOptions }) =>
				name === 'updateFields' && displayOptions?.show?.operation?.includes('updateSettings'),
		)!;
		const fields = options.flatMap((option) => ('displayName' in option && 'type' in option ? [option] : []));
		const value = { boolean: true, number: 30, string: 'text', options: 'deny' } as Record<string, unknown>;
		const special: Record<string, unknown> = { smsBatch: 3, smsExpiration: '60' };
		const chosen = fields.map(({ name, type }) => [name, special[name] ?? value[type]]);

		const { json, error } = await update(Object.fromEntries(chosen) as INodeParameters);

		expect(error).toBeUndefined();
		const ignored = [
			'mobile_otp_enabled',
			'push_enabled',
			'sms_enabled',
			'voice_enabled',
			'reactivation_url',
			'reactivation_integration_key',
		];
		const { changedFields, previous, ...settings } = json[0]!;
		expect(Object.keys(previous as object).sort()).toEqual(
			Object.keys(settings)
				.filter((name) => !ignored.includes(name))
				.sort(),
		);
		expect(changedFields).toEqual(expect.arrayContaining(['name', 'sms_batch', 'helpdesk_bypass']));
		expect(writes()[0]!.params).toMatchObject({
			req_fips_passcodes_android: '1',
			pending_deletion_days: '30',
			sms_expiration: '60',
		});
	});

	it('takes booleans from expressions for what they say, and nothing else for a boolean', async () => {
		const items = ['true', 1, 'False', '0', 'maybe'].map((value) => ({ value }));

		const { json } = await account(
			'updateSettings',
			{ updateFields: { smsRefresh: '={{ $json.value }}' } },
			{ items, onError: 'continueRegularOutput' },
		);

		expect(writes().map(({ params }) => params.sms_refresh)).toEqual(['1', '1', '0', '0']);
		expect(json[4]).toEqual({ error: '“SMS Refresh” must be true or false' });
	});

	it.each<[INodeParameters, string]>([
		[{}, 'There is nothing to update'],
		[{ lockoutThreshold: 0 }, '“Lockout Threshold” must be a whole number from 1 to 9999'],
		[{ smsExpiration: '0' }, '“SMS Expiration” must be a whole number of at least 1'],
		[{ smsExpiration: 'never' }, '“SMS Expiration” must be a whole number of at least 1'],
		[{ minimumPasswordLength: 8 }, '“Minimum Password Length” must be a whole number from 12 to 100'],
	])('stops at %j', async (updateFields, message) => {
		const { error } = await update(updateFields);

		expect(error).toMatchObject({ message, context: { itemIndex: 0 } });
		expect(sent()).toEqual([]);
	});

	it('SMS passcodes that never expire are asked for with an empty text', async () => {
		duo.tenant.account.settings.sms_expiration = 60;

		const { json, error } = await update({ smsExpiration: '' });

		expect(error).toBeUndefined();
		expect(writes()[0]?.params).toEqual({ sms_expiration: '' });
		expect(json).toMatchObject([{ changedFields: ['sms_expiration'], previous: { sms_expiration: 60 } }]);
	});

	it('passes on which value Duo does not like', async () => {
		const { error } = await update({ lockoutExpireDuration: 3 });

		expect(error?.message).toBe('Duo does not accept the value of “Lockout Expire Duration”');
	});
});

describe('permissions', () => {
	it.each<[string, INodeParameters]>([
		['getSettings', {}],
		['updateSettings', { updateFields: { smsBatch: 2 } }],
	])('of %s are the ones that it declares', async (operation, parameters) => {
		await duo.expectPermissions('account', operation, () => parameters);
	});
});
