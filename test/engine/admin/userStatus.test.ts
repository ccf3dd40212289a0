/** User → Set Status, Trash, Restore and Sync From Directory. */
import type { INodeParameters } from 'n8n-workflow';

import { locator } from '../../support/locator';
import { useTenant, type RunOptions } from '../../support/useTenant';

const duo = useTenant();

const user = async (operation: string, parameters: INodeParameters, run: RunOptions = {}) =>
	await duo.admin('user', operation, parameters, run);
const named = (mode: string, value: string): INodeParameters => ({ user: locator(mode, value) });
const { writes } = duo;
const users = () => [...duo.tenant.account.users.values()];

describe('setStatus', () => {
	it('sets the status and tells the one before, also when two items name the same user', async () => {
		const { user_id } = duo.tenant.addUser({ username: 'zoe', aliases: { alias1: 'z' } });

		const { json, error } = await user(
			'setStatus',
			{ ...named('username', '={{ $json.who }}'), status: '={{ $json.to }}' },
			{
				items: [
					{ who: 'zoe', to: 'disabled' },
					{ who: 'z', to: 'bypass' },
					{ who: 'zoe', to: 'bypass' },
				],
			},
		);

		expect(error).toBeUndefined();
		expect(json).toEqual([
			{ user_id, username: 'zoe', status: 'disabled', previousStatus: 'active', changed: true },
			{ user_id, username: 'zoe', status: 'bypass', previousStatus: 'disabled', changed: true },
			{
				user_id,
				username: 'zoe',
				status: 'bypass',
				previousStatus: 'bypass',
				changed: false,
				reason: 'zoe has the status “bypass” already',
			},
		]);
		expect(users()).toMatchObject([{ status: 'bypass' }]);
		expect(writes()[0]).toEqual({
			method: 'POST',
			path: `/admin/v1/users/${user_id}`,
			params: { status: 'disabled' },
		});
	});

	it('changes nothing when a status is not one of Duo’s', async () => {
		const { user_id } = duo.tenant.addUser({ username: 'zoe' });

		const { error } = await user('setStatus', { ...named('id', user_id), status: '={{ "locked out" }}' });

		expect(error).toMatchObject({ context: { itemIndex: 0 } });
		expect(error?.message).toBe('“Status” cannot be “locked out”');
		expect(users()).toMatchObject([{ status: 'active' }]);
	});
});

describe('trash', () => {
	it('moves each user to the trash and tells the status before', async () => {
		const zoe = duo.tenant.addUser({ username: 'zoe', status: 'bypass' });
		const ben = duo.tenant.addUser({ username: 'ben', email: 'ben@example.test' });

		const { json, error } = await user('trash', named('username', '={{ $json.who }}'), {
			items: [{ who: 'zoe' }, { who: 'ben' }],
		});

		expect(error).toBeUndefined();
		expect(json).toEqual([
			{ trashed: true, user_id: zoe.user_id, username: 'zoe', previousStatus: 'bypass' },
			{ trashed: true, user_id: ben.user_id, username: 'ben', previousStatus: 'active' },
		]);
		expect(writes()).toEqual(
			[zoe, ben].map(({ user_id }) => ({
				method: 'POST',
				path: '/admin/v1/users/bulk_send_to_trash',
				params: { user_id_list: `["${user_id}"]` },
			})),
		);
		expect(users().map(({ status }) => status)).toEqual(['pending deletion', 'pending deletion']);
	});

	it('moves nobody when the name fits nobody', async () => {
		duo.tenant.addUser({ username: 'zoe' });

		const { error } = await user('trash', named('username', 'zoo'));

		expect(error?.message).toBe('No user in Duo has the username or alias “zoo”');
		expect(writes()).toEqual([]);
		expect(users()).toMatchObject([{ status: 'active' }]);
	});
});

describe('restore', () => {
	it('brings a user back, with the status that Duo then gives', async () => {
		const { user_id } = duo.tenant.addUser({
			username: 'zoe',
			status: 'pending deletion',
			statusBeforeTrash: 'bypass',
		});

		const { json, error } = await user('restore', named('username', 'zoe'));

		expect(error).toBeUndefined();
		expect(json).toEqual([{ restored: true, user_id, username: 'zoe', status: 'bypass' }]);
		expect(writes()).toEqual([
			{
				method: 'POST',
				path: '/admin/v1/users/bulk_restore',
				params: { user_id_list: `["${user_id}"]` },
			},
		]);
		expect(users()).toMatchObject([{ status: 'bypass' }]);
	});

	it('refuses a user who is not in the trash, also because an earlier item restored them', async () => {
		duo.tenant.addUser({ username: 'zoe', status: 'pending deletion', aliases: { alias1: 'z' } });
		const items = [{ who: 'zoe' }, { who: 'z' }];

		const { json, error } = await user('restore', named('username', '={{ $json.who }}'), { items });

		expect(json).toEqual([]);
		expect(error).toMatchObject({
			message: 'zoe is not in the trash',
			description: 'The status is “active”.',
			context: { itemIndex: 1 },
		});
		expect(writes()).toHaveLength(1);
	});
});

describe('syncFromDirectory', () => {
	const directories = () => duo.tenant.account.directories;

	it('has Duo fetch each user, with the directory key of the node or of the credential', async () => {
		directories()
			.set('DIRONE', new Set(['zoe']))
			.set('DIRTWO', new Set(['ben']));
		const sync = async (username: string, directoryKey: string) =>
			await user('syncFromDirectory', { username, directoryKey }, { credential: { directoryKey: 'DIRTWO' } });

		const results = [await sync('zoe', 'DIRONE'), await sync('ben', '')];

		expect(results.flatMap(({ json }) => json)).toMatchObject([
			{ synced: true, username: 'zoe' },
			{ synced: true, username: 'ben' },
		]);
		expect(writes()).toEqual([
			{ method: 'POST', path: '/admin/v1/users/directorysync/DIRONE/syncuser', params: { username: 'zoe' } },
			{ method: 'POST', path: '/admin/v1/users/directorysync/DIRTWO/syncuser', params: { username: 'ben' } },
		]);
		expect(users().map(({ username }) => username)).toEqual(['zoe', 'ben']);
	});

	it('says what is missing: the key, or the person in the directory', async () => {
		directories().set('DIRONE', new Set(['zoe']));

		const noKey = await user('syncFromDirectory', { username: 'zoe' });
		const nobody = await user('syncFromDirectory', { username: 'zoo', directoryKey: 'DIRONE' });

		expect(noKey.error).toMatchObject({
			message: 'There is no directory key',
			description: 'Fill in “Directory Key” here or in the Duo Admin API credential.',
		});
		expect(nobody.error?.message).toBe('Duo does not find “zoo” in the directory “DIRONE”');
		expect([writes().length, users().length]).toEqual([1, 0]);
	});
});
