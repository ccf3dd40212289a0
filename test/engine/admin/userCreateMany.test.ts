/** User → Create Many: many users with few requests, and what became of each. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { useTenant } from '../../support/useTenant';

/** What happens in Duo between the look-up of those who exist and the call that creates. */
let afterLookup: (() => void) | undefined;
const duo = useTenant({
	onReply: () => {
		afterLookup?.();
		afterLookup = undefined;
	},
});
const { sent, writes } = duo;
const BULK = '/admin/v1/users/bulk_create';
const usernames = () => [...duo.tenant.account.users.values()].map(({ username }) => username);
const items = (...names: string[]) => names.map((name) => ({ name }));
const goOn = { onError: 'continueRegularOutput' } as const;

/** Creates a user of each item: of its `name`, with its `email`. */
const create = async (given: IDataObject[], run: Parameters<typeof duo.admin>[3] = {}) =>
	await duo.admin(
		'user',
		'createMany',
		{ username: '={{ $json.name }}', additionalFields: { email: '={{ $json.email ?? "" }}' } },
		{ items: given, ...run },
	);
/** The usernames in each call, of many users or of one. */
const created = () =>
	writes().map(({ path, params: { users, username } }) =>
		path === BULK
			? (JSON.parse(users as string) as Array<{ username: string }>).map((user) => user.username).join(' ')
			: username,
	);
/** What came of each item: a username, or an error. */
const outcomes = (json: IDataObject[]) => json.map(({ username, error }) => username ?? error);

describe('createMany', () => {
	it('creates a user of each item with one call, and hands each item its own', async () => {
		const parameters: INodeParameters = {
			username: '={{ $json.name }}',
			additionalFields: { realname: '={{ $json.full ?? "" }}', status: 'bypass' },
		};

		const { json, error, outputs } = await duo.admin('user', 'createMany', parameters, {
			items: [{ name: 'zoe', full: 'Zoe Quist' }, { name: ' ben ' }],
		});

		expect(error).toBeUndefined();
		expect(sent()).toEqual([
			{ method: 'GET', path: '/admin/v1/users', params: { username_list: '["zoe","ben"]' } },
			{
				method: 'POST',
				path: BULK,
				params: {
					users: JSON.stringify([
						{ realname: 'Zoe Quist', status: 'bypass', username: 'zoe' },
						{ status: 'bypass', username: 'ben' },
					]),
				},
			},
		]);
		const [zoe, ben] = [...duo.tenant.account.users.values()];
		expect([zoe, ben]).toMatchObject([
			{ username: 'zoe', realname: 'Zoe Quist', status: 'bypass' },
			{ username: 'ben', realname: null, status: 'bypass' },
		]);
		expect(json).toMatchObject([
			{ user_id: zoe!.user_id, username: 'zoe' },
			{ user_id: ben!.user_id, username: 'ben' },
		]);
		expect(outputs[0]!.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	it('takes a call for each hundred', async () => {
		const names = Array.from({ length: 201 }, (_, index) => `user${index}`);

		const { json } = await create(items(...names));

		expect(created()).toEqual([names.slice(0, 100).join(' '), names.slice(100, 200).join(' '), 'user200']);
		expect(outcomes(json)).toEqual(names);
		expect(sent()).toHaveLength(6);
	});

	it('creates nobody when one item has a fault that can be seen beforehand', async () => {
		const { user_id } = duo.tenant.addUser({ username: 'Ben', aliases: { alias1: 'benny' } });

		const taken = await create(items('zoe', 'benny'));
		const twice = await create(items('zoe', 'amy', 'ZOE'));
		const empty = await create(items('zoe', ' '));

		expect(taken.error).toMatchObject({
			message: 'benny is already in Duo',
			description: `The user’s ID is ${user_id}.`,
			context: { itemIndex: 1 },
		});
		expect(twice.error).toMatchObject({
			message: 'An earlier item has the username ZOE too',
			context: { itemIndex: 2 },
		});
		expect(empty.error).toMatchObject({
			message: '“Username” contains only blanks',
			context: { itemIndex: 1 },
		});
		expect(writes()).toEqual([]);
		expect(usernames()).toEqual(['Ben']);
	});

	it('costs a bad item only that item when the node goes on', async () => {
		duo.tenant.addUser({ username: 'ben' });

		const { json } = await create(items('zoe', 'ben', 'zoe', 'amy'), goOn);

		expect(outcomes(json)).toEqual([
			'zoe',
			'ben is already in Duo',
			'An earlier item has the username zoe too',
			'amy',
		]);
		expect(created()).toEqual(['zoe amy']);
	});
});

describe('a batch that Duo refuses', () => {
	/** Duo does not take the e-mail address of one of them. */
	const given = [{ name: 'zoe' }, { name: 'ben', email: 'ben@nowhere' }, { name: 'amy' }];
	const createRefused = async (users: IDataObject[], run: Parameters<typeof duo.admin>[3] = {}) => {
		duo.tenant.faults.add({ kind: 'refuse', body: 'ben@nowhere', detail: 'email', times: Infinity });
		return await create(users, run);
	};

	it('is created one by one, so that the item at fault is known and costs only itself', async () => {
		const { json } = await createRefused(given, goOn);

		expect(outcomes(json)).toEqual(['zoe', 'Duo does not accept the value of “Email”', 'amy']);
		expect(created()).toEqual(['zoe ben amy', 'zoe', 'ben', 'amy']);
		expect(writes().at(-1)).toEqual({
			method: 'POST',
			path: '/admin/v1/users',
			params: { username: 'amy' },
		});
		expect(usernames()).toEqual(['zoe', 'amy']);
	});

	it('is created up to the item at fault when the run is to stop there', async () => {
		const { json, error } = await createRefused(given);

		expect(json).toEqual([]);
		expect(error).toMatchObject({
			message: 'ben was not created, but others were before: 1',
			context: { itemIndex: 1 },
		});
		expect(error?.description).toContain('40002 Invalid request parameters (email)');
		expect(usernames()).toEqual(['zoe']);
	});

	it('is not sent again as far as it was created all the same', async () => {
		afterLookup = () => duo.tenant.addUser({ username: 'Zoe' });

		const { json } = await create(items('zoe', 'ben', 'amy'));

		expect(outcomes(json)).toEqual(['Zoe', 'ben', 'amy']);
		expect(created()).toEqual(['zoe ben amy', 'ben', 'amy']);
	});

	it('of one is not sent again', async () => {
		const { json } = await createRefused(given.slice(1, 2), goOn);

		expect(json).toEqual([{ error: 'Duo does not accept the value of “Email”' }]);
		expect(created()).toEqual(['ben']);
	});
});

describe('an answer that got lost', () => {
	it('leads to a look at who was created, and nobody is created twice', async () => {
		duo.tenant.faults.add({ kind: 'cutAfter', path: BULK });

		const { json, error } = await create(items('zoe', 'ben'));

		expect(error).toBeUndefined();
		expect(outcomes(json)).toEqual(['zoe', 'ben']);
		expect(json.map(({ user_id }) => user_id)).toEqual([...duo.tenant.account.users.keys()]);
		expect(created()).toEqual(['zoe ben']);
	});

	it('is told for those who were not created, and the next hundred is still tried', async () => {
		const names = Array.from({ length: 101 }, (_, index) => `user${index}`);
		duo.tenant.faults.add({ kind: 'cut', path: BULK });

		const { json } = await create(items(...names), goOn);

		expect(new Set(json.slice(0, 100).map(({ error }) => typeof error))).toEqual(new Set(['string']));
		expect(outcomes(json).at(-1)).toBe('user100');
		expect(usernames()).toEqual(['user100']);
	});

	it('stops the run otherwise', async () => {
		duo.tenant.faults.add({ kind: 'cut', path: BULK });

		const { json, error } = await create(items(...Array.from({ length: 101 }, (_, index) => `user${index}`)));

		expect(json).toEqual([]);
		expect(error).toMatchObject({ context: { itemIndex: 0 } });
		expect(usernames()).toEqual([]);
		expect(writes()).toHaveLength(1);
	});
});

it('needs the permissions that it declares', async () => {
	let count = 0;
	await duo.expectPermissions('user', 'createMany', () => ({ username: `user${count++}` }));
});
