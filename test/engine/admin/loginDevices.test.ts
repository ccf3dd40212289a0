/** WebAuthn credentials, U2F tokens and desktop authenticators: what people log in with, made elsewhere. */
import type { INodeParameters } from 'n8n-workflow';

import { locator } from '../../support/locator';
import { useTenant } from '../../support/useTenant';

const duo = useTenant();
const { sent, writes } = duo;

interface Kind {
	resource: string;
	parameter: string;
	path: string;
	id: string;
	add: (user: string) => object;
	stored: () => Map<string, object>;
	/** What is told of a deleted one beside its ID and its user. */
	told: object;
	/** An ID that cannot be one, and what is said of it. */
	wrong: [id: string, message: string];
}

const kinds: Kind[] = [
	{
		resource: 'webAuthn',
		parameter: 'webAuthnCredential',
		path: '/admin/v1/webauthncredentials',
		id: 'webauthnkey',
		add: (user) =>
			duo.tenant.addWebAuthnCredential({ user, credential_name: 'Blue key', label: 'Security Key' }),
		stored: () => duo.tenant.account.webAuthnCredentials,
		told: { credential_name: 'Blue key', label: 'Security Key' },
		wrong: ['DPEXAMPLEPHONE000001', '“DPEXAMPLEPHONE000001” is not a WebAuthn credential ID'],
	},
	{
		resource: 'u2fToken',
		parameter: 'u2fToken',
		path: '/admin/v1/u2ftokens',
		id: 'registration_id',
		add: (user) => duo.tenant.account.addU2fToken(user),
		stored: () => duo.tenant.account.u2fTokens,
		told: {},
		wrong: ['..', '“..” is not an ID that Duo could know'],
	},
	{
		resource: 'desktopAuthenticator',
		parameter: 'desktopAuthenticator',
		path: '/admin/v1/desktop_authenticators',
		id: 'dakey',
		add: (user) => duo.tenant.account.addDesktopAuthenticator({ user, device_name: 'LAPTOP-7' }),
		stored: () => duo.tenant.account.desktopAuthenticators,
		told: { device_name: 'LAPTOP-7' },
		wrong: ['shared_device_auth', '“shared_device_auth” is not the ID of a desktop authenticator'],
	},
];

describe.each(kinds)('$resource', ({ resource, parameter, path, id, add, stored, told, wrong }) => {
	const run = duo.admin.bind(null, resource);
	const named = (value: string, mode = 'id'): INodeParameters => ({
		[parameter]: locator(mode, value),
	});
	const addOne = (username = 'zoe') => {
		const { user_id } = duo.tenant.addUser({ username });
		return { user_id, key: (add(user_id) as Record<string, string>)[id]! };
	};

	it.each(['list', 'id'])('get finds one by %s, with its user', async (mode) => {
		const { key, user_id } = addOne();

		const { json, error } = await run('get', named('={{ $json.key }}', mode), { items: [{ key }] });

		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ [id]: key, ...told, user: { user_id, username: 'zoe' } }]);
		expect(sent()).toEqual([{ method: 'GET', path: `${path}/${key}`, params: {} }]);
	});

	it('delete deletes it, and says whose it was', async () => {
		const [first, second] = [addOne('zoe'), addOne('ben')];

		const { json, error } = await run('delete', named(first.key));

		expect(error).toBeUndefined();
		expect(json).toEqual([
			{ deleted: true, [id]: first.key, ...told, user_id: first.user_id, username: 'zoe' },
		]);
		expect(writes()).toEqual([{ method: 'DELETE', path: `${path}/${first.key}`, params: {} }]);
		expect([...stored().keys()]).toEqual([second.key]);
	});

	it.each(['get', 'delete'])('%s takes an ID that nothing has for the typo it is', async (operation) => {
		const { key } = addOne();
		const typo = key.slice(0, -1) + (key.endsWith('A') ? 'B' : 'A');

		const unknown = await run(operation, named(typo));
		const asked = sent().length;
		const impossible = await run(operation, named(wrong[0]));

		expect(unknown.error?.message).toMatch(
			/^No .* in Duo has the ID|^Duo does not find what the request names$/,
		);
		expect(impossible.error?.message).toBe(wrong[1]);
		expect(sent()).toHaveLength(asked);
		expect(writes()).toEqual([]);
		expect(stored().size).toBe(1);
	});

	it.each(['get', 'delete', 'getMany'])('%s needs the permissions that it declares', async (operation) => {
		let count = 0;
		const prepare = () => named(addOne(`user${count++}`).key);
		await duo.expectPermissions(resource, operation, operation === 'getMany' ? () => ({}) : prepare);
	});
});
