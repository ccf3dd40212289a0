/** User → Delete and Reset Factors: what goes, what stays, and what is refused. */
import type { INodeParameters } from 'n8n-workflow';

import { inAnyOrder } from '../../support/inAnyOrder';
import { locator } from '../../support/locator';
import { useTenant, type RunOptions } from '../../support/useTenant';

const duo = useTenant();

const user = async (operation: string, parameters: INodeParameters, run: RunOptions = {}) =>
	await duo.admin('user', operation, parameters, run);
const named = (mode: string, value: string): INodeParameters => ({ user: locator(mode, value) });
const { writes } = duo;
const sent = () => writes().map(({ method, path }) => `${method} ${path}`);
const usernames = () => [...duo.tenant.account.users.values()].map(({ username }) => username);

/** A user with one factor of each kind, and what the node tells of them. */
function addUserWithFactors() {
	const { user_id } = duo.tenant.addUser({ username: 'zoe' });
	const phone = duo.tenant.addPhone({
		number: '+15555550101',
		extension: '7',
		name: 'work',
		users: [user_id],
	});
	const token = duo.tenant.addToken({ serial: '0012', type: 'h6', users: [user_id] });
	const key = duo.tenant.addWebAuthnCredential({ user: user_id, credential_name: 'YubiKey' });
	const code = duo.tenant.addBypassCode({ user: user_id });
	const { registration_id } = duo.tenant.account.addU2fToken(user_id);
	const { dakey } = duo.tenant.account.addDesktopAuthenticator({ user: user_id, device_name: 'LAPTOP-7' });
	const { phone_id, number, extension, name, type, platform } = phone;
	return {
		user_id,
		phones: [{ phone_id, number, extension, name, type, platform }],
		tokens: [{ token_id: token.token_id, type: 'h6', serial: '0012' }],
		webAuthn: [{ webauthnkey: key.webauthnkey, credential_name: 'YubiKey', label: 'Security Key' }],
		bypassCodes: [{ bypass_code_id: code.bypass_code_id }],
		u2fTokens: [{ registration_id }],
		desktopAuthenticators: [{ dakey, device_name: 'LAPTOP-7' }],
	};
}

/** What is left of the user's factors. */
function factorsLeft() {
	const [zoe] = duo.tenant.account.users.values();
	const { bypassCodes, desktopAuthenticators, u2fTokens, webAuthnCredentials } = duo.tenant.account;
	return {
		phones: zoe!.phones.length,
		tokens: zoe!.tokens.length,
		webAuthn: webAuthnCredentials.size,
		bypassCodes: bypassCodes.size,
		u2fTokens: u2fTokens.size,
		desktopAuthenticators: desktopAuthenticators.size,
	};
}

const each = (left: number) => ({
	phones: left,
	tokens: left,
	webAuthn: left,
	bypassCodes: left,
	u2fTokens: left,
	desktopAuthenticators: left,
});

describe('delete', () => {
	it('deletes each user and says who it was', async () => {
		const zoe = duo.tenant.addUser({ username: 'zoe', aliases: { alias1: 'z' } });
		const ben = duo.tenant.addUser({ username: 'ben' });
		duo.tenant.addUser({ username: 'kim' });

		const { json, error } = await user('delete', named('username', '={{ $json.who }}'), {
			items: [{ who: 'z' }, { who: 'BEN' }],
		});

		expect(error).toBeUndefined();
		expect(json).toEqual([
			{ deleted: true, user_id: zoe.user_id, username: 'zoe' },
			{ deleted: true, user_id: ben.user_id, username: 'ben' },
		]);
		expect(sent()).toEqual(inAnyOrder([zoe, ben].map(({ user_id }) => `DELETE /admin/v1/users/${user_id}`)));
		expect(usernames()).toEqual(['kim']);
	});

	it('takes a well-formed ID that nobody has for the typo it is', async () => {
		duo.tenant.addUser({ username: 'zoe' });

		const { error, json } = await user('delete', named('id', 'DUEXAMPLEUSER0000001'));

		expect(json).toEqual([]);
		expect(error).toMatchObject({
			message: 'Duo does not find what the request names',
			httpCode: '404',
			context: { itemIndex: 0 },
		});
		expect(sent()).toEqual([]);
		expect(usernames()).toEqual(['zoe']);
	});

	it('does not claim to have deleted a user whom an earlier item deleted', async () => {
		const { user_id } = duo.tenant.addUser({ username: 'zoe' });
		const items = [{ id: user_id }, { id: user_id }];

		const { json } = await user('delete', named('id', '={{ $json.id }}'), {
			items,
			onError: 'continueRegularOutput',
		});

		expect(json).toEqual([
			{ deleted: true, user_id, username: 'zoe' },
			{ error: 'Duo does not find what the request names' },
		]);
		expect(sent()).toHaveLength(1);
	});

	it('deletes nobody when several users share the e-mail address', async () => {
		duo.tenant.addUser({ username: 'zoe', email: 'zoe@example.test' });
		duo.tenant.addUser({ username: 'zoe.admin', email: 'zoe@example.test' });

		const { error } = await user('delete', named('email', 'zoe@example.test'));

		expect(error?.message).toBe('2 users in Duo have the e-mail address “zoe@example.test”');
		expect(usernames()).toEqual(['zoe', 'zoe.admin']);
	});

	it('begins no further item after a fault', async () => {
		for (const username of ['zoe', 'ben']) duo.tenant.addUser({ username });
		const items = [{ who: 'zoe' }, { who: 'zoo' }, { who: 'ben' }];

		const { error } = await user('delete', named('username', '={{ $json.who }}'), { items });

		expect(error?.context.itemIndex).toBe(1);
		expect(usernames()).toEqual(['ben']);
	});

	it('names both permissions when one is missing', async () => {
		duo.tenant.addUser({ username: 'zoe' });
		const key = duo.tenant.addKey({ api: 'admin', permissions: ['adminapi_read_resource'] });

		const { error } = await user('delete', named('username', 'zoe'), { key });

		expect(error).toMatchObject({
			message: 'Duo does not allow this application to do that',
			httpCode: '403',
		});
		expect(error?.description).toContain(
			'grant “Grant read resource (Grant resource: Read)” and “Grant write resource (Grant resource: Write)”.',
		);
		expect(usernames()).toEqual(['zoe']);
	});
});

describe('resetFactors', () => {
	it('by default only lists what it would take away', async () => {
		const { user_id, ...factors } = addUserWithFactors();

		const { json, error } = await user('resetFactors', named('username', 'zoe'));

		expect(error).toBeUndefined();
		expect(json).toEqual([{ user_id, username: 'zoe', dryRun: true, reset: false, ...factors }]);
		expect(sent()).toEqual([]);
		expect(factorsLeft()).toEqual(each(1));
	});

	it('takes everything away: detaches phones and tokens, deletes the rest, leaves others alone', async () => {
		const { user_id, ...factors } = addUserWithFactors();
		const { phone_id } = factors.phones[0]!;
		const ben = duo.tenant.addUser({ username: 'ben', phones: [phone_id] });

		const { json } = await user('resetFactors', { ...named('username', 'zoe'), dryRun: false });

		expect(json).toEqual([{ user_id, username: 'zoe', dryRun: false, reset: true, ...factors }]);
		expect(sent().toSorted()).toEqual([
			`DELETE /admin/v1/bypass_codes/${factors.bypassCodes[0]!.bypass_code_id}`,
			`DELETE /admin/v1/desktop_authenticators/${factors.desktopAuthenticators[0]!.dakey}`,
			`DELETE /admin/v1/u2ftokens/${factors.u2fTokens[0]!.registration_id}`,
			`DELETE /admin/v1/users/${user_id}/phones/${phone_id}`,
			`DELETE /admin/v1/users/${user_id}/tokens/${factors.tokens[0]!.token_id}`,
			`DELETE /admin/v1/webauthncredentials/${factors.webAuthn[0]!.webauthnkey}`,
		]);
		expect(factorsLeft()).toEqual(each(0));
		expect([ben.phones, duo.tenant.account.phones.size, duo.tenant.account.tokens.size]).toEqual([
			[phone_id],
			1,
			1,
		]);
	});

	it('takes away only the chosen kinds, as workflows store them', async () => {
		addUserWithFactors();

		const { json } = await user('resetFactors', {
			...named('username', 'zoe'),
			factors: ['phones', 'webAuthn'],
			dryRun: false,
		});

		expect(Object.keys(json[0]!)).toEqual(['user_id', 'username', 'dryRun', 'reset', 'phones', 'webAuthn']);
		expect(factorsLeft()).toEqual({ ...each(1), phones: 0, webAuthn: 0 });
	});

	it('takes away more than one page of bypass codes', async () => {
		const { user_id } = duo.tenant.addUser({ username: 'zoe' });
		for (let count = 0; count < 101; count++) duo.tenant.addBypassCode({ user: user_id });

		const { json } = await user('resetFactors', { ...named('id', user_id), dryRun: false });

		expect(json[0]!.bypassCodes).toHaveLength(101);
		expect(factorsLeft().bypassCodes).toBe(0);
	});

	it('asks for at least one kind', async () => {
		addUserWithFactors();

		const { error } = await user('resetFactors', { ...named('username', 'zoe'), factors: [], dryRun: false });

		expect(error).toMatchObject({ message: '“Factors” is empty', context: { itemIndex: 0 } });
		expect(duo.tenant.requests).toEqual([]);
	});

	it('takes nothing away when one of the lists cannot be read', async () => {
		addUserWithFactors();
		duo.tenant.faults.add({ kind: 'notJson', path: /tokens$/, times: Infinity });

		const { error } = await user('resetFactors', { ...named('username', 'zoe'), dryRun: false });

		expect(error?.message).toContain('The answer did not come from Duo’s API');
		expect(factorsLeft()).toEqual(each(1));
	});

	it('tells how far it came when Duo fails in between', async () => {
		addUserWithFactors();
		duo.tenant.faults.add({ kind: 'notJson', method: 'DELETE', after: 2 });

		const { error } = await user('resetFactors', { ...named('username', 'zoe'), dryRun: false });

		expect(error?.message).toBe('Only 2 of 6 factors were taken away from zoe');
		expect(error?.description).toContain('The answer did not come from Duo’s API');
		expect(Object.values(factorsLeft()).filter((left) => left === 0)).toHaveLength(2);
	});
});
