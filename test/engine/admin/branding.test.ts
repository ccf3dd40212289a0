/** How Duo’s prompts look: live, as a draft, and for the users who see the draft. */
import type { INodeParameters } from 'n8n-workflow';

import { locator } from '../../support/locator';
import { useTenant } from '../../support/useTenant';

const duo = useTenant();
const { sent, writes } = duo;
const branding = duo.admin.bind(null, 'branding');
const user = (value: string): INodeParameters => ({ user: locator('username', value) });
const state = () => duo.tenant.account.branding;

describe.each([
	['get', '/admin/v1/branding', 'live'],
	['getDraft', '/admin/v1/branding/draft', 'draft'],
	['getCustomMessaging', '/admin/v1/branding/custom_messaging', 'messaging'],
] as const)('%s', (operation, path, part) => {
	it('gives what Duo has', async () => {
		state()[part].card_accent_color = '#123456';

		const { json, error } = await branding(operation);

		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ card_accent_color: '#123456' }]);
		expect(sent()).toEqual([{ method: 'GET', path, params: {} }]);
	});
});

describe.each([
	['update', '/admin/v1/branding', 'live'],
	['updateDraft', '/admin/v1/branding/draft', 'draft'],
	['updateCustomMessaging', '/admin/v1/branding/custom_messaging', 'messaging'],
] as const)('%s', (operation, path, part) => {
	it.each([
		['text', '{ "some_name": "{{ $json.value }}", "some_flag": true }'],
		['an object', '{{ { some_name: $json.value, some_flag: true } }}'],
	])('sends the fields as they are, given as %s', async (_, updateFields) => {
		const { json, error } = await branding(
			operation,
			{ updateFields: `=${updateFields}` },
			{ items: [{ value: 'one' }] },
		);

		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ updated: true, some_name: 'one' }]);
		expect(sent()).toEqual([{ method: 'POST', path, params: { some_name: 'one', some_flag: 'true' } }]);
		expect(state()[part]).toEqual({ some_name: 'one', some_flag: 'true' });
	});

	it.each([
		['{}', 'There is nothing to update'],
		['', 'There is nothing to update'],
		['some_name: one', '“Update Fields” is not valid JSON'],
	])('stops at “%s”', async (updateFields, message) => {
		const { error } = await branding(operation, { updateFields });

		expect(error).toMatchObject({ message, context: { itemIndex: 0 } });
		expect(sent()).toEqual([]);
	});
});

describe('the draft', () => {
	it('is shown to users, and to them no longer', async () => {
		const { user_id } = duo.tenant.addUser({ username: 'zoe' });

		const added = await branding('addDraftUser', user('zoe'));
		const seen = [...state().draftUsers];
		const removed = await branding('removeDraftUser', user('zoe'));

		expect(added.json).toEqual([{ added: true, user_id, username: 'zoe' }]);
		expect(seen).toEqual([user_id]);
		expect(removed.json).toEqual([{ removed: true, user_id, username: 'zoe' }]);
		expect([...state().draftUsers]).toEqual([]);
		const path = `/admin/v1/branding/draft/users/${user_id}`;
		expect(writes()).toEqual([
			{ method: 'POST', path, params: {} },
			{ method: 'DELETE', path, params: {} },
		]);
	});

	it.each(['addDraftUser', 'removeDraftUser'])(
		'%s stops at a user whom Duo does not know',
		async (operation) => {
			const { error } = await branding(operation, user('zoë'));

			expect(error?.message).toBe('No user in Duo has the username or alias “zoë”');
			expect(writes()).toEqual([]);
		},
	);

	it('is published', async () => {
		state().draft.card_accent_color = '#123456';

		const { json, error } = await branding('publishDraft');

		expect(error).toBeUndefined();
		expect(json).toEqual([{ published: true }]);
		expect(sent()).toEqual([{ method: 'POST', path: '/admin/v1/branding/draft/publish', params: {} }]);
		expect(state().live).toEqual({ card_accent_color: '#123456' });
		expect((await branding('getDraft')).json).toEqual([{ user_ids: [] }]);
	});

	it('takes the users who see it along with its other fields', async () => {
		const { user_id } = duo.tenant.addUser({ username: 'zoe' });
		const updateFields = JSON.stringify({ card_accent_color: '#123456', user_ids: [user_id] });

		const { json, error } = await branding('updateDraft', { updateFields });

		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ updated: true, card_accent_color: '#123456', user_ids: [user_id] }]);
		expect([...state().draftUsers]).toEqual([user_id]);
	});

	it('a user is added also where Duo has no draft to read', async () => {
		duo.tenant.addUser({ username: 'zoe' });
		duo.tenant.faults.add({ kind: 'noSuchThing', method: 'GET', path: '/admin/v1/branding/draft' });

		const { json } = await branding('addDraftUser', user('zoe'));

		expect(json).toMatchObject([{ added: true }]);
	});

	it('is not published twice when the answer gets lost', async () => {
		duo.tenant.faults.add({ kind: 'cutAfter' });

		const { error } = await branding('publishDraft');

		expect(error?.message).toContain('broke before the answer came');
		expect(writes()).toHaveLength(1);
	});
});

describe('permissions', () => {
	const someUser = () =>
		user(duo.tenant.addUser({ username: `user${duo.tenant.account.users.size}` }).username);
	const someFields = () => ({ updateFields: '{ "some_name": "one" }' });
	it.each<[string, () => INodeParameters]>([
		['addDraftUser', someUser],
		['get', () => ({})],
		['getCustomMessaging', () => ({})],
		['getDraft', () => ({})],
		['publishDraft', () => ({})],
		['removeDraftUser', someUser],
		['update', someFields],
		['updateCustomMessaging', someFields],
		['updateDraft', someFields],
	])('of %s are the ones that it declares', async (operation, prepare) => {
		await duo.expectPermissions('branding', operation, prepare);
	});
});
