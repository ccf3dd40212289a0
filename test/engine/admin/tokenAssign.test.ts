/** Hardware tokens are given to users and taken away again. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { locator } from '../../support/locator';
import { useTenant } from '../../support/useTenant';

const duo = useTenant();
const { sent, writes } = duo;
const add = (serial = '100200300', type = 'h6') => duo.tenant.addToken({ type, serial }).token_id;
const addUser = (username: string, ...tokens: string[]) => duo.tenant.addUser({ username, tokens }).user_id;
const tokensOf = (username: string) => duo.tenant.account.findUser(username)?.tokens;

/** Runs an operation on the token and the user that each item names as `serial` and `who`. */
const run = async (operation: string, items: IDataObject[], more: INodeParameters = {}) =>
	await duo.admin(
		'token',
		operation,
		{
			token: locator('serial', '={{ $json.serial }}'),
			user: locator('username', '={{ $json.who }}'),
			...more,
		},
		{ items },
	);

describe('assign', () => {
	it('gives each token to its user', async () => {
		const [first, second] = [add('1'), add('2')];
		const [zoe, ben] = [addUser('zoe'), addUser('ben')];

		const { json, error } = await run('assign', [
			{ serial: '1', who: 'zoe' },
			{ serial: '2', who: 'ben' },
		]);

		expect(error).toBeUndefined();
		const done = { assigned: true, alreadyAssigned: false, type: 'h6', sharedWith: [] };
		expect(json).toEqual([
			{ ...done, token_id: first, serial: '1', user_id: zoe, username: 'zoe' },
			{ ...done, token_id: second, serial: '2', user_id: ben, username: 'ben' },
		]);
		expect(writes()).toEqual([
			{ method: 'POST', path: `/admin/v1/users/${zoe}/tokens`, params: { token_id: first } },
			{ method: 'POST', path: `/admin/v1/users/${ben}/tokens`, params: { token_id: second } },
		]);
		expect([tokensOf('zoe'), tokensOf('ben')]).toEqual([[first], [second]]);
	});

	it('says so and sends nothing when the user has it already, be it since an earlier item', async () => {
		const token_id = add('1');
		addUser('zoe');
		const item = { serial: '1', who: 'zoe' };

		const { json } = await run('assign', [item, item]);

		expect(json).toMatchObject([
			{ assigned: true, alreadyAssigned: false },
			{ assigned: false, alreadyAssigned: true, token_id },
		]);
		expect(writes()).toHaveLength(1);
		expect(tokensOf('zoe')).toEqual([token_id]);
	});

	it('names the owner instead of sharing a token, unless told to share', async () => {
		const token_id = add('1');
		addUser('zoe', token_id);
		addUser('ben');

		const stopped = await run('assign', [{ serial: '1', who: 'ben' }]);
		const writesThen = writes();
		const shared = await run('assign', [{ serial: '1', who: 'ben' }], { ifOwned: 'share' });

		expect(stopped.error?.message).toBe('The token 1 belongs to zoe');
		expect(writesThen).toEqual([]);
		expect(shared.json).toMatchObject([{ assigned: true, sharedWith: ['zoe'] }]);
		expect([tokensOf('zoe'), tokensOf('ben')]).toEqual([[token_id], [token_id]]);
	});
});

describe('unassign', () => {
	it('takes the token from the user and leaves it in Duo', async () => {
		const [first, second] = [add('1'), add('2')];
		const user_id = addUser('zoe', first, second);

		const { json, error } = await run('unassign', [{ serial: '1', who: 'zoe' }]);

		expect(error).toBeUndefined();
		expect(json).toEqual([
			{ unassigned: true, token_id: first, serial: '1', type: 'h6', user_id, username: 'zoe' },
		]);
		expect(writes()).toEqual([
			{ method: 'DELETE', path: `/admin/v1/users/${user_id}/tokens/${first}`, params: {} },
		]);
		expect(tokensOf('zoe')).toEqual([second]);
		expect(duo.tenant.account.tokens.size).toBe(2);
	});

	it('says what the user has when it is not that token, also when an earlier item took it', async () => {
		const token_id = add('1');
		const other = add('2');
		addUser('zoe', other);
		addUser('ben');
		addUser('amy', token_id);

		const wrong = await run('unassign', [{ serial: '1', who: 'zoe' }]);
		const none = await run('unassign', [{ serial: '1', who: 'ben' }]);
		const asked = sent().length;
		const twice = await run('unassign', [
			{ serial: '1', who: 'amy' },
			{ serial: '1', who: 'amy' },
		]);

		expect(wrong.error).toMatchObject({
			message: 'zoe does not have the token 1',
			description: `zoe has: 2 (${other}).`,
		});
		expect(none.error?.description).toBe('ben has no hardware token in Duo.');
		expect(twice.error).toMatchObject({
			message: 'amy does not have the token 1',
			context: { itemIndex: 1 },
		});
		expect(
			sent()
				.slice(asked)
				.filter(({ method }) => method === 'DELETE'),
		).toHaveLength(1);
		expect(writes()).toHaveLength(1);
	});
});

describe('permissions', () => {
	const existing = (type = 'h6') => ({
		token: locator('id', add('1', type)),
		user: locator('id', addUser('zoe')),
	});
	it.each<[string, () => INodeParameters]>([
		['assign', existing],
		['create', () => ({ type: 'h6', serial: `${duo.tenant.account.tokens.size}`, secret: 'c0ffee' })],
		['delete', existing],
		['get', existing],
		['getMany', () => ({})],
		['resync', () => ({ ...existing(), code1: '000001', code2: '000002', code3: '000003' })],
		[
			'unassign',
			() => {
				const { token, user } = existing();
				duo.tenant.account.users.get(user.value)?.tokens.push(token.value);
				return { token, user };
			},
		],
		['update', () => ({ ...existing('t6'), updateFields: { totpStep: 60 } })],
	])('of %s are the ones that it declares', async (operation, prepare) => {
		await duo.expectPermissions('token', operation, prepare);
	});
});
