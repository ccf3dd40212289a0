/** User → Resolve: many names become IDs with few requests. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { useTenant, type RunOptions } from '../../support/useTenant';
import type { NewUser } from '../../tenant';

const duo = useTenant();

/** Resolves one item per text. */
const resolve = async (texts: unknown[], parameters: INodeParameters = {}, run: RunOptions = {}) =>
	await duo.admin(
		'user',
		'resolve',
		{ reference: '={{ $json.who }}', ...parameters },
		{ items: texts.map((who) => ({ who }) as IDataObject), ...run },
	);
/** What each call asked for, without its page. */
const asked = () =>
	duo.tenant.requests.map(({ path, params }) => {
		const { username_list, user_id_list, username, email, offset } = params;
		const list = [username_list, user_id_list].find((text) => typeof text === 'string');
		if (list) return `${username_list ? 'usernames' : 'ids'} ${(JSON.parse(list) as string[]).length}`;
		return username ?? email ?? `${path} from ${String(offset)}`;
	});
const addUsers = (count: number, more: (index: number) => Partial<NewUser> = () => ({})) =>
	Array.from({ length: count }, (_, index) =>
		duo.tenant.addUser({ username: `user${index}`, ...more(index) }),
	);
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('resolve', () => {
	it('looks up 250 usernames with 3 calls, in the order of the items', async () => {
		const users = addUsers(250);
		const texts = users.map(({ username }) => username).toReversed();

		const { json, outputs, error } = await resolve(texts);

		expect(error).toBeUndefined();
		expect(asked()).toEqual(['usernames 100', 'usernames 100', 'usernames 50']);
		expect(json.map(({ user_id }) => user_id)).toEqual(users.map(({ user_id }) => user_id).toReversed());
		expect(json.every(({ found, matchedBy }) => found === true && matchedBy === 'username')).toBe(true);
		expect(outputs[0]!.map(({ pairedItem }) => pairedItem)).toEqual(numbers(250).map((item) => ({ item })));
	});

	it('finds one user by ID, username, alias and e-mail, and says by which', async () => {
		const { user_id } = duo.tenant.addUser({
			username: 'zoe',
			aliases: { alias1: 'qa.zoe' },
			email: 'z@example.test',
		});

		const { json } = await resolve([user_id, 'ZOE', 'qa.zoe', 'Z@example.test', 'zoo']);

		expect(json).toEqual([
			...[
				['id', user_id],
				['username', 'ZOE'],
				['alias', 'qa.zoe'],
				['email', 'Z@example.test'],
			].map(([matchedBy, reference]) => ({
				reference,
				found: true,
				matchedBy,
				user_id,
				user: expect.objectContaining({ user_id, username: 'zoe', groups: [] }) as unknown,
			})),
			{ reference: 'zoo', found: false, matchedBy: null, reason: 'No such user' },
		]);
	});

	it('asks for each name once, and not at all for what another item has loaded', async () => {
		const { user_id } = addUsers(2)[0]!;

		const { json } = await resolve(['user0', 'user1', user_id, 'user1', user_id]);

		expect(json.map(({ matchedBy }) => matchedBy)).toEqual(['username', 'username', 'id', 'username', 'id']);
		expect(asked()).toEqual(['ids 1', 'usernames 1']);
	});

	it('looks e-mails up one by one where that takes fewer calls than reading everybody', async () => {
		const users = addUsers(1300, (index) => ({ email: `u${index}@example.test` }));

		const { json } = await resolve(['u1299@example.test', 'u1200@example.test'], { matchBy: 'email' });

		expect(json.map(({ user_id }) => user_id)).toEqual([users[1299]!.user_id, users[1200]!.user_id]);
		expect(asked()).toEqual(['/admin/v1/users from 0', 'u1299@example.test', 'u1200@example.test']);
	});

	it('reads everybody where that takes fewer calls than looking up each e-mail', async () => {
		addUsers(1300, (index) => ({ email: `u${index}@example.test` }));
		const texts = numbers(500).map((index) => `u${index + 800}@example.test`);

		const { json } = await resolve(texts, { matchBy: 'email' });

		expect(json.map(({ found, user }) => [found, (user as IDataObject).email])).toEqual(
			texts.map((text) => [true, text]),
		);
		expect(asked()).toEqual([0, 300, 600, 900, 1200].map((offset) => `/admin/v1/users from ${offset}`));
	});

	it('finds a single e-mail with a single call', async () => {
		addUsers(700, (index) => ({ email: `u${index}@example.test` }));

		const { json } = await resolve(['u699@example.test'], { matchBy: 'email' });

		expect(json).toMatchObject([{ found: true, matchedBy: 'email' }]);
		expect(asked()).toEqual(['u699@example.test']);
	});

	it('finds mixed names in a small tenant with two calls', async () => {
		addUsers(200, (index) => ({ email: `u${index}@example.test`, aliases: { alias1: `a${index}` } }));
		const texts = numbers(60).flatMap((index) => [
			`user${index}`,
			`u${index}@example.test`,
			`missing${index}`,
		]);

		const { json } = await resolve(texts.slice(0, 100));

		expect(json.filter(({ found }) => found)).toHaveLength(67);
		expect(asked()).toEqual(['usernames 100', '/admin/v1/users from 0']);
	});

	it('finds nobody by a kind of name that was not chosen', async () => {
		const { user_id } = duo.tenant.addUser({ username: 'zoe', email: 'z@example.test' });

		const byEmail = await resolve(['zoe', user_id, 'z@example.test'], { matchBy: 'email' });
		const byName = await resolve(['zoe', user_id, 'z@example.test'], { matchBy: 'username' });
		const byId = await resolve(['zoe', user_id, 'z@example.test'], { matchBy: 'id' });

		expect([byEmail, byName, byId].map(({ json }) => json.map(({ found }) => found))).toEqual([
			[false, false, true],
			[true, false, false],
			[false, true, false],
		]);
	});

	it('takes an item without a name for a fault of that item only', async () => {
		addUsers(1);
		const texts = ['user0', '', { name: 'user0' }, 'user0'];

		const going = await resolve(texts, {}, { onError: 'continueRegularOutput' });
		const stopped = await resolve(texts);

		expect(going.json.map(({ found, error }) => found ?? error)).toEqual([
			true,
			'“User” is empty',
			'“User” is an object, not a text',
			true,
		]);
		expect(stopped.error).toMatchObject({ message: '“User” is empty', context: { itemIndex: 1 } });
	});

	it('names the missing permission', async () => {
		const key = duo.tenant.addKey({ api: 'admin', permissions: ['adminapi_info'] });

		const { error } = await resolve(['zoe'], {}, { key });

		expect(error?.message).toBe('Duo does not allow this application to do that');
		expect(error?.description).toContain('“Grant read resource (Grant resource: Read)”');
	});
});

describe('resolve an e-mail address of several users', () => {
	const shared = 'shared@example.test';
	const candidatesOf = (json: IDataObject[]) =>
		json.map(({ candidates }) =>
			((candidates ?? []) as IDataObject[]).map(({ username }) => username).toSorted(),
		);

	it.each(['anything', 'email'])('names the candidates, matching by %s', async (matchBy) => {
		for (const username of ['zoe', 'zoe.admin']) duo.tenant.addUser({ username, email: shared });

		const { json } = await resolve([shared], { matchBy });

		expect(json).toMatchObject([
			{ reference: shared, found: false, matchedBy: null, reason: '2 users have this email' },
		]);
		expect(json[0]).not.toHaveProperty('user_id');
		expect(candidatesOf(json)).toEqual([['zoe', 'zoe.admin']]);
	});

	it.each([5, 1300])('also when another item has loaded one of them, among %i users', async (count) => {
		const { user_id } = duo.tenant.addUser({ username: 'zoe', email: shared });
		addUsers(count);
		duo.tenant.addUser({ username: 'zoe.admin', email: shared });

		const { json } = await resolve(['zoe', user_id, shared]);

		expect(json.map(({ found }) => found)).toEqual([true, true, false]);
		expect(candidatesOf(json)[2]).toEqual(['zoe', 'zoe.admin']);
	});
});

describe('resolve with Normalize Username', () => {
	const normalizeUsername = true;

	it('finds domain names under the bare name', async () => {
		addUsers(2);

		const { json } = await resolve(['CORP\\user0', 'user1@example.test'], {
			normalizeUsername,
			matchBy: 'username',
		});
		const without = await resolve(['CORP\\user0'], { matchBy: 'username' });

		expect(json).toMatchObject([
			{ reference: 'CORP\\user0', found: true, matchedBy: 'username', user: { username: 'user0' } },
			{ reference: 'user1@example.test', found: true, matchedBy: 'username', user: { username: 'user1' } },
		]);
		expect(without.json).toMatchObject([{ found: false }]);
	});

	it.each<[string, Partial<NewUser>]>([
		['username', { username: 'zoe@example.test' }],
		['alias', { aliases: { alias1: 'zoe@example.test' } }],
		['email', { email: 'zoe@example.test' }],
	])('prefers the user who has the full name as %s', async (matchedBy, owner) => {
		duo.tenant.addUser({ username: 'zoe', realname: 'Somebody else' });
		const { user_id } = duo.tenant.addUser({ username: 'zquist', ...owner });

		const { json } = await resolve(['zoe@example.test'], { normalizeUsername });

		expect(json).toMatchObject([{ found: true, matchedBy, user_id }]);
	});
});
