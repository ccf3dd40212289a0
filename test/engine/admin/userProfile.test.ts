/** User → Create and Update: which fields are set, left alone or cleared. */
import type { INodeParameters } from 'n8n-workflow';

import { inAnyOrder } from '../../support/inAnyOrder';
import { locator } from '../../support/locator';
import { useTenant, type RunOptions } from '../../support/useTenant';

const duo = useTenant();

const user = async (operation: string, parameters: INodeParameters, run: RunOptions = {}) =>
	await duo.admin('user', operation, parameters, run);
const named = (mode: string, value: string): INodeParameters => ({ user: locator(mode, value) });
const { writes } = duo;
const users = () => [...duo.tenant.account.users.values()];
const allAliases = (...aliases: string[]) =>
	Array.from({ length: 8 }, (_, index) => `alias${index + 1}=${aliases[index] ?? ''}`).join('&');

describe('create', () => {
	it('makes a user of each item and returns them as Duo has them', async () => {
		const { json, outputs, error } = await user(
			'create',
			{ username: '={{ $json.login }}', additionalFields: { email: '={{ $json.mail ?? "" }}' } },
			{ items: [{ login: ' zoe ', mail: 'zoe@example.test' }, { login: 'ben' }] },
		);

		expect(error).toBeUndefined();
		expect(json).toMatchObject([
			{ username: 'zoe', email: 'zoe@example.test', status: 'active', phones: [] },
			{ username: 'ben', email: '' },
		]);
		expect(outputs[0]!.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(writes()).toEqual(
			inAnyOrder([
				{ method: 'POST', path: '/admin/v1/users', params: { username: 'zoe', email: 'zoe@example.test' } },
				{ method: 'POST', path: '/admin/v1/users', params: { username: 'ben' } },
			]),
		);
		expect(users().map(({ user_id }) => user_id)).toEqual(inAnyOrder(json.map(({ user_id }) => user_id)));
	});

	it('sets every field of the profile', async () => {
		await user('create', {
			username: 'zoë',
			additionalFields: {
				aliases: ['qa.zoe', '', 'CORP\\zoe'],
				customAttributes: { pair: [{ name: 'site', value: 'Łódź & co' }] },
				enableAutoPrompt: false,
				firstname: 'Zoë',
				lastname: 'Quist',
				realname: 'Zoë Quist',
				notes: 'line 1\nline 2 = +5%',
				status: 'bypass',
			},
		});

		expect(users()).toMatchObject([
			{
				username: 'zoë',
				aliases: { alias1: 'qa.zoe', alias2: 'CORP\\zoe' },
				custom_attributes: { site: 'Łódź & co' },
				enable_auto_prompt: false,
				firstname: 'Zoë',
				lastname: 'Quist',
				realname: 'Zoë Quist',
				notes: 'line 1\nline 2 = +5%',
				status: 'bypass',
			},
		]);
	});

	it('says so when the name is taken, and makes the others when told to go on', async () => {
		duo.tenant.addUser({ username: 'other', aliases: { alias1: 'zoe' } });
		const items = [{ login: 'zoe' }, { login: 'ben' }];

		const going = await user(
			'create',
			{ username: '={{ $json.login }}' },
			{ items, onError: 'continueRegularOutput' },
		);
		const stopped = await user('create', { username: '={{ $json.login }}' }, { items: items.toReversed() });

		expect(going.json).toEqual([
			{ error: 'Duo already has such an entry' },
			expect.objectContaining({ username: 'ben' }),
		]);
		expect(stopped.error?.context.itemIndex).toBe(0);
		expect(stopped.error?.description).toContain('Duo says: 40003 Duplicate resource.');
		expect(users().map(({ username }) => username)).toEqual(['other', 'ben']);
		expect(writes()).toHaveLength(4);
	});

	it('refuses an empty username and a ninth alias before it asks Duo', async () => {
		const empty = await user('create', { username: '={{ $json.missing }}' });
		const aliases = Array.from({ length: 9 }, (_, index) => `z${index}`);
		const many = await user('create', { username: 'zoe', additionalFields: { aliases } });

		expect(empty.error?.message).toBe('“Username” is empty');
		expect(many.error?.message).toBe('A user can have 8 aliases, not 9');
		expect(duo.tenant.requests).toEqual([]);
	});

	it('is never sent twice when the connection breaks, and says that it may have been carried out', async () => {
		duo.tenant.faults.add({ kind: 'cutAfter', method: 'POST', path: '/admin/v1/users' });

		const { error } = await user('create', { username: 'zoe' });

		expect(error?.message).toMatch(/^The connection to .* broke before the answer came$/);
		expect(error?.description).toContain('Duo may have carried out the request all the same');
		expect([writes().length, users().length]).toEqual([1, 1]);
	});

	it('names the missing permission', async () => {
		const key = duo.tenant.addKey({ api: 'admin', permissions: ['adminapi_read_resource'] });

		const { error } = await user('create', { username: 'zoe' }, { key });

		expect(error?.message).toBe('Duo does not allow this application to do that');
		expect(error?.description).toContain('grant “Grant write resource (Grant resource: Write)”.');
		expect(users()).toEqual([]);
	});
});

describe('update', () => {
	it('changes only the fields that were added', async () => {
		const { user_id } = duo.tenant.addUser({
			username: 'zoe',
			realname: 'Zoë',
			notes: 'old',
			aliases: { alias1: 'z' },
		});

		const { json, error } = await user('update', {
			...named('username', 'zoe'),
			updateFields: { username: 'zoe.quist', notes: 'new', enableAutoPrompt: false },
		});

		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ user_id, username: 'zoe.quist', notes: 'new' }]);
		expect(writes()).toEqual([
			{
				method: 'POST',
				path: `/admin/v1/users/${user_id}`,
				params: { username: 'zoe.quist', notes: 'new', enable_auto_prompt: 'false' },
			},
		]);
		expect(users()).toMatchObject([{ realname: 'Zoë', aliases: { alias1: 'z' }, enable_auto_prompt: false }]);
	});

	it('clears texts that were added and left empty', async () => {
		const { user_id } = duo.tenant.addUser({
			username: 'zoe',
			realname: 'Zoë',
			notes: 'old',
			email: 'zoe@example.test',
		});

		await user('update', { ...named('id', user_id), updateFields: { email: '', realname: '', notes: '' } });

		expect(writes().map(({ params }) => params)).toEqual([{ email: '', realname: '', notes: '' }]);
		expect(users()).toMatchObject([{ username: 'zoe', realname: '', notes: '', email: '' }]);
	});

	it('replaces all aliases, with none if so wished', async () => {
		const { user_id } = duo.tenant.addUser({
			username: 'zoe',
			aliases: { alias1: 'a', alias2: 'b', alias7: 'g' },
		});
		const update = async (aliases: string[]) =>
			await user('update', { ...named('id', user_id), updateFields: { aliases } });

		await update(['b', 'qa.zoe']);
		const afterFirst = users()[0]!.aliases;
		await update([]);

		expect(afterFirst).toEqual({ alias1: 'b', alias2: 'qa.zoe' });
		expect(users()[0]!.aliases).toEqual({});
		expect(writes().map(({ params }) => params)).toEqual([
			{ aliases: allAliases('b', 'qa.zoe') },
			{ aliases: allAliases() },
		]);
	});

	it('refuses to update nothing, or nobody, and changes nothing', async () => {
		duo.tenant.addUser({ username: 'zoe', notes: 'old' });

		const nothing = await user('update', { ...named('username', 'zoe'), updateFields: {} });
		const nobody = await user('update', { ...named('username', 'zoo'), updateFields: { notes: 'new' } });

		expect(nothing.error?.message).toBe('There is nothing to update');
		expect(nobody.error?.message).toBe('No user in Duo has the username or alias “zoo”');
		expect(writes()).toEqual([]);
		expect(users()).toMatchObject([{ username: 'zoe', notes: 'old' }]);
	});
});
