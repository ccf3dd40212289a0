/** Invitations of new administrators. */
import type { INodeParameters } from 'n8n-workflow';

import { locator } from '../../support/locator';
import { useTenant } from '../../support/useTenant';

const duo = useTenant();
const { sent, writes } = duo;
const activation = duo.admin.bind(null, 'administratorActivation');
const named = (mode: string, value: string): INodeParameters => ({ activation: locator(mode, value) });
const pending = () => [...duo.tenant.account.adminActivations.values()];
const path = '/admin/v1/admins/activations';
const add = (admin_activation_id: string, email = `${admin_activation_id.toLowerCase()}@example.test`) => {
	duo.tenant.account.adminActivations.set(admin_activation_id, {
		admin_activation_id,
		email,
		admin_role: 'Billing',
		code: 'c0de',
		email_sent: 1,
		expires: 1,
		link: 'https://example.test/c0de',
		message: 'Open https://example.test/c0de',
		subject: 'Hello',
		valid_days: 7,
	});
	return admin_activation_id;
};

describe('create', () => {
	it('invites somebody with the least powerful role unless told otherwise, and returns the link', async () => {
		const { json, error } = await activation('create', { email: 'ada@example.test' });

		expect(error).toBeUndefined();
		expect(sent()).toEqual([
			{
				method: 'POST',
				path,
				params: { email: 'ada@example.test', admin_role: 'Read-only', send_email: '1', valid_days: '7' },
			},
		]);
		expect(json).toEqual(pending());
		expect(json).toMatchObject([
			{ admin_role: 'Read-only', link: expect.stringMatching(/^https:/) as unknown },
		]);
		expect(duo.tenant.account.sentEmails).toMatchObject([{ to: 'ada@example.test' }]);
	});

	it('sends the chosen role and days, and no mail on request', async () => {
		await activation('create', {
			email: 'ada@example.test',
			role: '={{ "USER manager" }}',
			sendEmail: false,
			validDays: 1,
		});

		expect(writes()[0]?.params).toMatchObject({
			admin_role: 'User Manager',
			send_email: '0',
			valid_days: '1',
		});
		expect(duo.tenant.account.sentEmails).toEqual([]);
	});

	it('says which value is wrong', async () => {
		const tooLong = await activation('create', { email: 'ada@example.test', validDays: 32 });
		const nobody = await activation('create', { email: '={{ "" }}' });
		const emperor = await activation('create', { email: 'ada@example.test', role: '={{ "Emperor" }}' });

		expect(tooLong.error?.message).toBe('“Valid For (Days)” must be a whole number from 1 to 31');
		expect(nobody.error?.message).toBe('“Email” is empty');
		expect(emperor.error?.message).toBe('Duo does not accept the value of “Role”');
		expect(pending()).toEqual([]);
	});
});

describe('getMany', () => {
	it('lists invitations without what would let the reader accept them', async () => {
		const ids = ['AAONE', 'AATWO', 'AATHREE'].map((id) => add(id));

		const all = await activation('getMany', { returnAll: true });
		const two = await activation('getMany', { limit: 2 });

		expect(all.json.map((each) => each.admin_activation_id)).toEqual(ids);
		expect(all.json[0]).toEqual({
			admin_activation_id: 'AAONE',
			email: 'aaone@example.test',
			admin_role: 'Billing',
			email_sent: 1,
			expires: 1,
			subject: 'Hello',
			valid_days: 7,
		});
		expect(two.json).toHaveLength(2);
		expect(sent()).toEqual([
			{ method: 'GET', path, params: { limit: '500', offset: '0' } },
			{ method: 'GET', path, params: { limit: '2', offset: '0' } },
		]);
	});
});

describe('delete', () => {
	it.each([
		['list', 'AATWO'],
		['id', 'AATWO'],
		['email', 'AATWO@example.test'],
	])('takes an invitation back that is named by %s', async (mode, value) => {
		for (const id of ['AAONE', 'AATWO']) add(id);

		const { json, error } = await activation('delete', named(mode, value));

		expect(error).toBeUndefined();
		expect(json).toEqual([
			{ deleted: true, admin_activation_id: 'AATWO', email: 'aatwo@example.test', admin_role: 'Billing' },
		]);
		expect(writes()).toEqual([{ method: 'DELETE', path: `${path}/AATWO`, params: {} }]);
		expect(pending().map((each) => each.admin_activation_id)).toEqual(['AAONE']);
	});

	it('deletes none when it is not clear which', async () => {
		for (const id of ['AAONE', 'AATWO']) add(id, 'team@example.test');

		const several = await activation('delete', named('email', 'team@example.test'));
		const nobody = await activation('delete', named('email', 'zoe@example.test'));
		const typo = await activation('delete', named('id', 'AATHREE'));
		const twice = await activation('delete', named('id', 'AAONE'), { items: [{}, {}] });

		expect(several.error?.message).toContain('2 pending activations in Duo');
		expect(nobody.error?.message).toContain('No pending activation in Duo');
		expect(typo.error?.message).toBe('No pending activation in Duo has the ID or e-mail address “AATHREE”');
		expect(twice.error).toMatchObject({
			message: 'No pending activation in Duo has the ID or e-mail address “AAONE”',
			context: { itemIndex: 1 },
		});
		expect(writes()).toHaveLength(1);
	});
});

describe('permissions', () => {
	it.each<[string, () => INodeParameters]>([
		['create', () => ({ email: 'ada@example.test' })],
		['delete', () => named('id', add('AAONE'))],
		['getMany', () => ({})],
	])('of %s are the ones that it declares', async (operation, prepare) => {
		await duo.expectPermissions('administratorActivation', operation, prepare);
	});
});
