/** Get Many of what users have: of the whole account, or of one user. */
import type { INodeParameters } from 'n8n-workflow';

import { locator } from '../../support/locator';
import { useTenant } from '../../support/useTenant';

const duo = useTenant();
const { sent } = duo;

interface Kind {
	resource: string;
	/** The last part of the paths. */
	all: string;
	ofUser: string;
	id: string;
	/** Adds one that the user has, or that nobody has or somebody else. */
	add: (userId: string | undefined) => string;
}

const stranger = () => duo.tenant.addUser({ username: 'stranger' }).user_id;
const attached = (kind: 'phones' | 'groups' | 'tokens', userId: string | undefined, id: string) => {
	if (userId) duo.tenant.account.users.get(userId)?.[kind].push(id);
	return id;
};

const kinds: Kind[] = [
	{
		resource: 'bypassCode',
		all: 'bypass_codes',
		ofUser: 'bypass_codes',
		id: 'bypass_code_id',
		add: (user = stranger()) => duo.tenant.addBypassCode({ user }).bypass_code_id,
	},
	{
		resource: 'desktopAuthenticator',
		all: 'desktop_authenticators',
		ofUser: 'desktopauthenticators',
		id: 'dakey',
		add: (user = stranger()) => duo.tenant.account.addDesktopAuthenticator({ user }).dakey,
	},
	{
		resource: 'group',
		all: 'groups',
		ofUser: 'groups',
		id: 'group_id',
		add: (user) => attached('groups', user, duo.tenant.addGroup({ name: 'qa' }).group_id),
	},
	{
		resource: 'phone',
		all: 'phones',
		ofUser: 'phones',
		id: 'phone_id',
		add: (user) => attached('phones', user, duo.tenant.addPhone().phone_id),
	},
	{
		resource: 'token',
		all: 'tokens',
		ofUser: 'tokens',
		id: 'token_id',
		add: (user) => attached('tokens', user, duo.tenant.addToken({ type: 'h6', serial: '1' }).token_id),
	},
	{
		resource: 'u2fToken',
		all: 'u2ftokens',
		ofUser: 'u2ftokens',
		id: 'registration_id',
		add: (user = stranger()) => duo.tenant.account.addU2fToken(user).registration_id,
	},
	{
		resource: 'webAuthn',
		all: 'webauthncredentials',
		ofUser: 'webauthncredentials',
		id: 'webauthnkey',
		add: (user = stranger()) => duo.tenant.addWebAuthnCredential({ user }).webauthnkey,
	},
];

describe.each(kinds)('$resource', ({ resource, all, ofUser, id, add }) => {
	const getMany = async (parameters: INodeParameters) => {
		const { json, error } = await duo.admin(resource, 'getMany', parameters);
		return { ids: json.map((object) => object[id]), error };
	};
	const zoe = locator('username', 'zoe');

	it('is listed for the whole account, as in workflows from before there was a choice', async () => {
		const { user_id } = duo.tenant.addUser({ username: 'zoe' });
		const expected = [add(undefined), add(user_id)];

		const { ids, error } = await getMany({ returnAll: true });

		expect(error).toBeUndefined();
		expect(ids).toEqual(expected);
		expect(sent()).toEqual([
			{ method: 'GET', path: `/admin/v1/${all}`, params: { limit: '500', offset: '0' } },
		]);
	});

	it('is listed for one user, up to the limit', async () => {
		const { user_id } = duo.tenant.addUser({ username: 'zoe' });
		add(undefined);
		const [first] = [add(user_id), add(user_id)];

		const { ids, error } = await getMany({ scope: 'user', user: zoe, limit: 1 });

		expect(error).toBeUndefined();
		expect(ids).toEqual([first]);
		expect(sent().at(-1)).toEqual({
			method: 'GET',
			path: `/admin/v1/users/${user_id}/${ofUser}`,
			params: { limit: '1', offset: '0' },
		});
	});

	it('says so when there is no such user, instead of listing all', async () => {
		add(undefined);

		const { ids, error } = await getMany({ scope: 'user', user: zoe });

		expect(ids).toEqual([]);
		expect(error?.message).toBe('No user in Duo has the username or alias “zoe”');
	});
});
