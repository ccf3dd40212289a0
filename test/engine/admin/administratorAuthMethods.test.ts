/** The ways in which administrators may log in. */
import { useTenant } from '../../support/useTenant';

const duo = useTenant();
const { sent, writes } = duo;
const administrator = duo.admin.bind(null, 'administrator');
const path = '/admin/v1/admins/allowed_auth_methods';
const allowed = () => duo.tenant.account.adminAuthMethods;
const update = async (updateFields: Record<string, boolean | number>) =>
	await administrator('updateAllowedAuthMethods', { updateFields });

test('getAllowedAuthMethods gives Duo’s answer', async () => {
	const { json, error } = await administrator('getAllowedAuthMethods');

	expect(error).toBeUndefined();
	expect(json).toEqual([{ ...allowed(), verified_push_length: null }]);
	expect(sent()).toEqual([{ method: 'GET', path, params: {} }]);
});

describe('updateAllowedAuthMethods', () => {
	it('switches only what was added, and leaves all others as they are', async () => {
		const before = { ...allowed() };
		expect(before).toMatchObject({ push_enabled: true, sms_enabled: true, voice_enabled: false });

		const { json, error } = await update({ smsEnabled: false, voiceEnabled: true });

		const after = { ...before, sms_enabled: false, voice_enabled: true };
		expect(error).toBeUndefined();
		expect(allowed()).toEqual(after);
		expect(json).toEqual([{ ...after, verified_push_length: null }]);
		expect(sent().map((request) => `${request.method} ${request.path}`)).toEqual([
			`GET ${path}`,
			`POST ${path}`,
		]);
		const asText = Object.entries(after).map(([method, isOn]) => [method, String(isOn)]);
		expect(writes()[0]?.params).toEqual(Object.fromEntries(asText));
	});

	it('keeps ways that it does not know, and the length of the code', async () => {
		Object.assign(allowed(), { passkey_enabled: true, verified_push_enabled: true });
		duo.tenant.account.verifiedPushLength = 5;

		await update({ pushEnabled: false });

		expect(allowed()).toMatchObject({ passkey_enabled: true, push_enabled: false });
		expect(duo.tenant.account.verifiedPushLength).toBe(5);
	});

	it('sets the length of the code', async () => {
		const { json } = await update({ verifiedPushEnabled: true, verifiedPushLength: 6 });
		const tooLong = await update({ verifiedPushLength: 7 });

		expect(json).toMatchObject([{ verified_push_enabled: true, verified_push_length: 6 }]);
		expect(tooLong.error?.message).toBe('“Verified Push Length” must be a whole number from 3 to 6');
		expect(duo.tenant.account.verifiedPushLength).toBe(6);
	});

	it('refuses to lock all administrators out, and to update nothing', async () => {
		for (const method of Object.keys(allowed())) allowed()[method] = method === 'push_enabled';

		const last = await update({ pushEnabled: false });
		const nothing = await update({});

		expect(last.error?.message).toBe('No administrator could log in any more');
		expect(nothing.error?.message).toBe('There is nothing to update');
		expect(writes()).toEqual([]);
	});
});

test('their permissions are the ones that they declare', async () => {
	await duo.expectPermissions('administrator', 'getAllowedAuthMethods', () => ({}));
	await duo.expectPermissions('administrator', 'updateAllowedAuthMethods', () => ({
		updateFields: { smsEnabled: true },
	}));
});
