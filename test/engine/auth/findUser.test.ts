/** How Duo Auth names a user: what its API knows, and what is looked up with the Admin API. */
import type { INodeParameters } from 'n8n-workflow';

import { locator } from '../../support/locator';
import { useTenant, type RunOptions } from '../../support/useTenant';

const duo = useTenant();

const preauth = async (user: INodeParameters[string], more: INodeParameters = {}, run: RunOptions = {}) =>
	await duo.auth('authentication', 'preauth', { user, ...more }, run);
const named = (mode: string, value: string) => locator(mode, value);
const withAdmin = () => ({ furtherCredentials: { duoAdminApi: duo.tenant.keys.admin } });
/** Whom Duo was asked about. */
const asked = () =>
	duo.tenant.requests
		.filter(({ path }) => path === '/auth/v2/preauth')
		.map(({ params: { user_id, username } }) => user_id ?? username);

const addAnna = () => duo.tenant.addUser({ username: 'anna', email: 'anna@example.test' });

it('finds a user by e-mail address with a Duo Admin API credential', async () => {
	const { user_id } = addAnna();

	const strict = await preauth(named('email', 'Anna@example.test'), {}, withAdmin());
	const any = await preauth(named('id', 'anna@example.test'), {}, withAdmin());

	expect([strict.error, any.error]).toEqual([undefined, undefined]);
	expect(asked()).toEqual([user_id, user_id]);
});

it('says what to do without one', async () => {
	addAnna();

	const { error } = await preauth(named('email', 'anna@example.test'));

	expect(error?.message).toBe(
		'Duo’s Auth API cannot find a user by e-mail address, here “anna@example.test”',
	);
	expect(error?.description).toContain('Choose a Duo Admin API credential');
	expect(duo.tenant.requests).toEqual([]);
});

it('asks nobody when the name stands for several', async () => {
	addAnna();
	duo.tenant.addUser({ username: 'anna@example.test' });

	const { error } = await preauth(named('id', 'anna@example.test'), {}, withAdmin());

	expect(error?.message).toContain('2 users in Duo have the');
	expect(asked()).toEqual([]);
});

it('hands a name that nobody has to Duo, whose policy for new users decides', async () => {
	addAnna();

	await preauth(named('id', 'benny'), {}, withAdmin());

	expect(asked()).toEqual(['benny']);
});

it('tells whose permission is missing', async () => {
	addAnna();
	const key = duo.tenant.addKey({ api: 'admin', permissions: ['adminapi_write_resource'] });

	const { error } = await preauth(
		named('email', 'anna@example.test'),
		{},
		{
			furtherCredentials: { duoAdminApi: key },
		},
	);

	expect(error?.message).toBe('The user could not be looked up with the Duo Admin API credential');
	expect(error?.description).toContain('“Grant read resource (Grant resource: Read)”');
});

it.each([
	['a plain text in place of the parameter', 'anna', {}, 'anna'],
	['what names the user by ID or username', named('id', 'anna'), {}, 'anna'],
	['a username', named('username', '\u200banna '), {}, 'anna'],
	['a Windows name, normalized', named('username', 'CORP\\anna'), { normalizeUsername: true }, 'anna'],
	['an address as username, normalized', named('id', 'anna@corp.test'), { normalizeUsername: true }, 'anna'],
])('takes %s', async (_, user, more, name) => {
	addAnna();

	const { error } = await preauth(user, more);

	expect(error).toBeUndefined();
	expect(asked()).toEqual([name]);
});

it('takes an ID for what it is', async () => {
	const { user_id } = addAnna();

	await preauth(named('id', user_id));
	const phone = await preauth(named('id', 'DPEXAMPLEPHONE000001'));

	expect(asked()).toEqual([user_id]);
	expect(phone.error?.message).toBe('“DPEXAMPLEPHONE000001” is not a user ID');
});
