/** Bypass codes are read and deleted. */
import type { INodeParameters } from 'n8n-workflow';

import { locator } from '../../support/locator';
import { useTenant, type RunOptions } from '../../support/useTenant';

const duo = useTenant();

const bypassCode = async (operation: string, parameters: INodeParameters, run: RunOptions = {}) =>
	await duo.admin('bypassCode', operation, parameters, run);
const zoe: INodeParameters = { user: locator('username', 'zoe') };
const entry = (id: string): INodeParameters => ({ bypassCode: locator('id', id) });
const { sent, writes } = duo;
const stored = () => [...duo.tenant.account.bypassCodes.values()];
const codes = () => stored().map(({ code }) => code);

describe('get and delete', () => {
	const add = () => {
		const { user_id } = duo.tenant.addUser({ username: 'zoe' });
		return duo.tenant.addBypassCode({ user: user_id, code: '012345678' });
	};

	it('get tells everything about an entry but the code', async () => {
		const { bypass_code_id, user_id } = add();

		const { json, error } = await bypassCode('get', entry('={{ $json.id }}'), {
			items: [{ id: bypass_code_id }],
		});

		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ bypass_code_id, reuse_count: 1, expiration: null, user: { user_id } }]);
		expect(JSON.stringify(json)).not.toContain('012345678');
		expect(sent()).toEqual([{ method: 'GET', path: `/admin/v1/bypass_codes/${bypass_code_id}`, params: {} }]);
	});

	it('delete makes the code unusable and says whose it was', async () => {
		const { bypass_code_id, user_id } = add();
		duo.tenant.addBypassCode({ user: user_id, code: '000000001' });

		const { json } = await bypassCode('delete', entry(bypass_code_id));

		expect(json).toEqual([{ deleted: true, bypass_code_id, user_id, username: 'zoe' }]);
		expect(writes()).toEqual([
			{ method: 'DELETE', path: `/admin/v1/bypass_codes/${bypass_code_id}`, params: {} },
		]);
		expect(codes()).toEqual(['000000001']);
	});

	it.each(['get', 'delete'])('%s says so when there is no such entry', async (operation) => {
		const { bypass_code_id } = add();
		const items = [{ id: bypass_code_id }, { id: 'DBEXAMPLECODE0000001' }];

		const { error } = await bypassCode(operation, entry('={{ $json.id }}'), { items });

		expect(error).toMatchObject({
			message: 'No bypass code in Duo has the ID “DBEXAMPLECODE0000001”',
			context: { itemIndex: 1 },
		});
		expect(writes()).toHaveLength(operation === 'delete' ? 1 : 0);
	});

	it.each(['get', 'delete'])('%s refuses the code itself, and repeats it nowhere', async (operation) => {
		add();

		const { error } = await bypassCode(operation, entry('012345678'));

		expect(error?.message).toBe('“Bypass Code” holds a code, not the ID of its entry in Duo');
		expect(error?.description).not.toContain('012345678');
		expect(sent()).toEqual([]);
		expect(stored()).toHaveLength(1);
	});

	it('delete does not reach another part of Duo through an odd ID', async () => {
		add();

		const up = await bypassCode('delete', entry('..'));
		const slash = await bypassCode('delete', entry('../users'));

		expect(up.error?.message).toBe('“..” is not an ID that Duo could know');
		expect(slash.error?.message).toBe('No bypass code in Duo has the ID “../users”');
		expect(sent().map(({ path }) => path)).toEqual(['/admin/v1/bypass_codes/..%2Fusers']);
		expect([stored().length, duo.tenant.account.users.size]).toEqual([1, 1]);
	});
});

describe('getMany', () => {
	const addCodes = (username: string, count: number) => {
		const { user_id } = duo.tenant.addUser({ username });
		return Array.from({ length: count }, () => duo.tenant.addBypassCode({ user: user_id }).bypass_code_id);
	};
	const ids = (json: object[]) => json.map((object) => (object as { bypass_code_id: string }).bypass_code_id);

	it('lists the entries of the whole account, over all pages or up to the limit, without the codes', async () => {
		const [zoes, bens] = [addCodes('zoe', 99), addCodes('ben', 402)];

		const all = await bypassCode('getMany', { returnAll: true });
		const some = await bypassCode('getMany', { limit: 3 });

		expect(ids(all.json)).toEqual([...zoes, ...bens]);
		expect(ids(some.json)).toEqual(zoes.slice(0, 3));
		expect(all.json.some((json) => 'code' in json)).toBe(false);
		expect(sent().map(({ path, params }) => ({ path, params }))).toEqual(
			[
				{ limit: '500', offset: '0' },
				{ limit: '500', offset: '500' },
				{ limit: '3', offset: '0' },
			].map((params) => ({ path: '/admin/v1/bypass_codes', params })),
		);
	});

	it('lists the entries of one user', async () => {
		addCodes('ben', 2);
		const expected = addCodes('zoe', 2);

		const { json } = await bypassCode('getMany', { scope: 'user', ...zoe });
		const nobody = await bypassCode('getMany', {
			scope: 'user',
			user: locator('username', 'zoo'),
		});

		expect(ids(json)).toEqual(expected);
		expect(sent()[1]!.path).toMatch(/^\/admin\/v1\/users\/DU\w{18}\/bypass_codes$/);
		expect(nobody.error?.message).toBe('No user in Duo has the username or alias “zoo”');
	});
});
