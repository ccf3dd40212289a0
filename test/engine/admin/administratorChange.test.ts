/** Administrators are created and updated, with roles that exist. */
import type { INodeParameters } from 'n8n-workflow';

import { locator } from '../../support/locator';
import { useTenant } from '../../support/useTenant';
import type { NewAdmin } from '../../tenant/model/records';

const duo = useTenant();
const { sent, writes } = duo;
const administrator = duo.admin.bind(null, 'administrator');
const named = (mode: string, value: string): INodeParameters => ({
	administrator: locator(mode, value),
});
const admins = () => [...duo.tenant.account.admins.values()];
const add = (name: string, given: Partial<NewAdmin> = {}) =>
	duo.tenant.addAdmin({ name, email: `${name.toLowerCase()}@example.test`, role: 'Help Desk', ...given });

beforeEach(() => {
	duo.tenant.account.admins.clear();
});

describe('create', () => {
	const ada = { email: 'ada@example.test', name: 'Ada' };

	it('makes an administrator with the least powerful role unless told otherwise, and mails the link', async () => {
		const { json, error } = await administrator('create', ada);

		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ ...ada, role: 'Read-only' }]);
		expect(sent()).toEqual([
			{
				method: 'POST',
				path: '/admin/v1/admins',
				params: { ...ada, role: 'Read-only', send_email: '1', valid_days: '7' },
			},
		]);
		expect(admins()).toMatchObject([{ ...ada, role: 'Read-only' }]);
		expect(duo.tenant.account.sentEmails).toMatchObject([{ to: ada.email }]);
	});

	it('sends all that was chosen, the role in Duo’s spelling', async () => {
		const { token_id } = duo.tenant.addToken({ type: 'h6', serial: '1' });

		const { json } = await administrator('create', {
			...ada,
			role: '={{ "help desk" }}',
			sendEmail: false,
			validDays: 31,
			additionalFields: {
				phone: '+1 (555) 555-0101',
				restrictedByAdminUnits: true,
				subaccountRole: 'Billing',
				tokenId: token_id,
			},
		});

		expect(json).toMatchObject([{ role: 'Help Desk', hardtoken: { token_id } }]);
		expect(sent()[0]?.params).toEqual({
			...ada,
			role: 'Help Desk',
			send_email: '0',
			valid_days: '31',
			phone: '+15555550101',
			restricted_by_admin_units: 'true',
			subaccount_role: 'Billing',
			token_id,
		});
		expect(duo.tenant.account.sentEmails).toEqual([]);
	});

	it('asks Duo for nothing with a phone number that Duo would take for a US one', async () => {
		const { error } = await administrator('create', { ...ada, additionalFields: { phone: '030 1234567' } });

		expect(error?.message).toBe('“030 1234567” is not a phone number');
		expect(sent()).toEqual([]);
	});
});

describe('update', () => {
	it('changes only the fields that were added', async () => {
		const { admin_id } = add('Ada', { phone: '+15555550101' });

		const { json, error } = await administrator('update', {
			...named('email', 'ada@example.test'),
			updateFields: { name: 'Ada L', role: 'owner', passwordChangeRequired: true, status: 'Active' },
		});

		expect(error).toBeUndefined();
		const now = { admin_id, name: 'Ada L', role: 'Owner', password_change_required: true };
		expect(json).toMatchObject([now]);
		expect(admins()).toMatchObject([{ ...now, phone: '+15555550101' }]);
		expect(writes()).toEqual([
			{
				method: 'POST',
				path: `/admin/v1/admins/${admin_id}`,
				params: { name: 'Ada L', role: 'Owner', password_change_required: 'true', status: 'Active' },
			},
		]);
	});

	it('takes the hardware token away with an emptied ID', async () => {
		const { token_id } = duo.tenant.addToken({ type: 'h6', serial: '1' });
		const { admin_id } = add('Ada', { token_id });

		const { json } = await administrator('update', {
			...named('id', admin_id),
			updateFields: { tokenId: '' },
		});

		expect(writes()[0]?.params).toEqual({ token_id: '' });
		expect(json).toMatchObject([{ hardtoken: null }]);
	});

	it('refuses to update nothing, and to leave the account without an owner', async () => {
		const { admin_id } = add('Ada', { role: 'Owner' });
		add('Ben', { role: 'Owner', status: 'Pending Activation' });

		const nothing = await administrator('update', { ...named('id', admin_id), updateFields: {} });
		const demoted = await administrator('update', {
			...named('id', admin_id),
			updateFields: { role: 'Billing' },
		});
		const renamed = await administrator('update', { ...named('id', admin_id), updateFields: { name: 'A' } });

		expect(nothing.error?.message).toBe('There is nothing to update');
		expect(demoted.error?.message).toBe('Ada is the only active owner of this Duo account');
		expect(renamed.error).toBeUndefined();
		expect(writes().map(({ params }) => params)).toEqual([{ name: 'A' }]);
	});
});

describe('roles', () => {
	const ben = { email: 'ben@example.test', name: 'Ben' };

	it('the name of a custom role goes out as it is, in every place', async () => {
		duo.tenant.account.customRoles.add('night Shift');
		const role = '={{ "night Shift" }}';

		const created = await administrator('create', {
			...ben,
			role,
			additionalFields: { subaccountRole: role },
		});
		const { admin_id } = add('Ada');
		const updated = await administrator('update', { ...named('id', admin_id), updateFields: { role } });
		const invited = await duo.admin('administratorActivation', 'create', { email: 'eve@example.test', role });

		expect(created.json).toMatchObject([{ role: 'night Shift', subaccount_role: 'night Shift' }]);
		expect(updated.json).toMatchObject([{ role: 'night Shift', role_id: expect.any(String) as unknown }]);
		expect(invited.json).toMatchObject([{ admin_role: 'night Shift' }]);
	});

	it('an Owner cannot be restricted by administrative units; said before anything is sent', async () => {
		const { admin_id } = add('Ada', { role: 'Owner' });
		const restricted = { restrictedByAdminUnits: true };

		const created = await administrator('create', {
			...ben,
			role: '={{ "owner" }}',
			additionalFields: restricted,
		});
		const updated = await administrator('update', { ...named('id', admin_id), updateFields: restricted });
		const promoted = await administrator('update', {
			...named('id', add('Eve').admin_id),
			updateFields: { ...restricted, role: 'Owner' },
		});

		for (const { error } of [created, updated, promoted]) {
			expect(error?.message).toBe('An Owner cannot be restricted by administrative units');
		}
		expect(writes()).toEqual([]);
	});

	it('an Owner who gets another role can be restricted', async () => {
		const { admin_id } = add('Ada', { role: 'Owner' });
		add('Eve', { role: 'Owner' });
		const updateFields = { restrictedByAdminUnits: true, role: 'Help Desk' };

		const { json } = await administrator('update', { ...named('id', admin_id), updateFields });

		expect(json).toMatchObject([{ role: 'Help Desk', restricted_by_admin_units: true }]);
	});
});
