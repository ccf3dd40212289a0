/** Whom a name stands for, and which names a user may get. */
import type { INodeParameters } from 'n8n-workflow';

import { locator } from '../../support/locator';
import { useTenant } from '../../support/useTenant';

const duo = useTenant();
const named = (mode: string, value: string) => ({ user: locator(mode, value) });
const get = async (mode: string, value: string, more: INodeParameters = {}) =>
	await duo.admin('user', 'get', { ...named(mode, value), ...more });

describe('whatever names one user', () => {
	it.each([
		['username', 'Anna'],
		['alias', 'a.smith'],
		['e-mail address', 'ANNA@example.test'],
		['username with what cannot be seen', '\u202aan\u200bna\u202c'],
	])('may be a %s', async (_, name) => {
		const { user_id } = duo.tenant.addUser({
			username: 'anna',
			email: 'anna@example.test',
			aliases: { alias1: 'a.smith' },
		});
		const { json, error } = await get('id', name);
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ user_id }]);
	});

	it('may stand as plain text in place of the parameter', async () => {
		const { user_id } = duo.tenant.addUser({ username: 'anna' });
		const { json } = await duo.admin('user', 'get', { user: 'anna' });
		expect(json).toMatchObject([{ user_id }]);
	});

	it('names nobody when it is a username of one and the e-mail address of another', async () => {
		const one = duo.tenant.addUser({ username: 'desk@example.test' });
		const other = duo.tenant.addUser({ username: 'ben', email: 'desk@example.test' });

		const { error } = await duo.admin('user', 'delete', named('id', 'desk@example.test'));

		expect(error?.message).toBe(
			'2 users in Duo have the ID, username, alias or e-mail address “desk@example.test”',
		);
		for (const { user_id } of [one, other]) expect(error?.description).toContain(user_id);
		expect(duo.writes()).toEqual([]);
		expect((await get('username', 'desk@example.test')).json).toMatchObject([{ user_id: one.user_id }]);
		expect((await get('email', 'desk@example.test')).json).toMatchObject([{ user_id: other.user_id }]);
	});

	it('names nobody for many items either, which are looked up together', async () => {
		duo.tenant.addUser({ username: 'desk@example.test' });
		duo.tenant.addUser({ username: 'ben', email: 'desk@example.test' });
		const anna = duo.tenant.addUser({ username: 'anna' });
		const items = ['desk@example.test', 'anna', 'ben'].map((who) => ({ who }));

		const { json } = await duo.admin('user', 'get', named('id', '={{ $json.who }}'), {
			items,
			onError: 'continueRegularOutput',
		});
		const resolved = await duo.admin('user', 'resolve', { reference: '={{ $json.who }}' }, { items });

		expect(json).toMatchObject([
			{ error: expect.stringContaining('2 users in Duo') as unknown },
			{ user_id: anna.user_id },
			{ username: 'ben' },
		]);
		expect(resolved.json).toMatchObject([
			{ found: false, reason: '2 users have this username or email' },
			{ found: true, matchedBy: 'username' },
			{ found: true },
		]);
	});
});

describe('an expression that fails', () => {
	it.each([
		'={{ $("No such node").item.json.name }}',
		'={{ $json.name.toUpperCase( }}',
		'={{ "anna".toUpperCase }}',
	])('%s is told as such, not as empty', async (expression) => {
		const { error } = await get('id', expression);
		expect(error?.message).toMatch(/^The expression of “User” fails: ./);
		expect(duo.sent()).toEqual([]);
	});
});

describe('a new username', () => {
	const enroll = async (username: string, options: INodeParameters = {}) =>
		await duo.admin('user', 'enroll', {
			username,
			email: 'anna@example.test',
			delivery: 'email',
			ifExists: 'stop',
			options,
		});

	it('that only looks different is no second user', async () => {
		duo.tenant.addUser({ username: 'anna' });

		const { error } = await enroll(' anna\u200b');

		expect(error?.message).toBe('anna is already in Duo');
		expect(duo.writes()).toEqual([]);
	});

	it.each([
		['an\u200bna', 'contains characters that cannot be seen: U+200B'],
		['аnna', 'mixes letters of several alphabets that look alike: а (U+0430)'],
		['ａnna', 'contains characters that imitate others: ａ (U+FF41)'],
		['an\u00a0na', 'contains unusual blanks: U+00A0'],
	])('%j is refused, unless that is allowed', async (username, fault) => {
		const refused = await enroll(username);
		expect(refused.error?.message).toBe(`“Username” ${fault}`);
		expect(duo.sent()).toEqual([]);

		const allowed = await enroll(username, { allowLookAlikes: true });
		expect(allowed.error).toBeUndefined();
		expect([...duo.tenant.account.users.values()]).toMatchObject([{ username }]);
	});

	it.each(['zoë', 'анна', '山田太郎', 'tanaka太郎', 'anna.smith-2', 'O’Neil'])(
		'%s is fine',
		async (username) => {
			const { error } = await enroll(username);
			expect(error).toBeUndefined();
		},
	);
});
