/** How administrators get in: activation links, passwords, lock-outs and directories. */
import type { INodeParameters } from 'n8n-workflow';

import { locator } from '../../support/locator';
import { useTenant } from '../../support/useTenant';
import type { NewAdmin } from '../../tenant/model/records';

const duo = useTenant();
const { sent, writes } = duo;
const administrator = duo.admin.bind(null, 'administrator');
const email = 'ada@example.test';
const ada: INodeParameters = { administrator: locator('email', email) };
const pending = { status: 'Pending Activation' };
const add = (given: Partial<NewAdmin> = {}) =>
	duo.tenant.addAdmin({ name: 'Ada', email, role: 'Help Desk', ...given });
const links = () => duo.tenant.account.adminLinks;
const link = { code: 'c0de', link: 'https://example.test/c0de', expires: 1, valid_days: 7 };

describe.each(['resetAuthAttempts', 'clearInactivity', 'emailActivationLink', 'deleteActivationLink'])(
	'%s',
	(operation) => {
		it('does nothing when there is no such administrator', async () => {
			const { error } = await administrator(operation, ada);

			expect(error?.message).toBe(`No administrator in Duo has the e-mail address “${email}”`);
			expect(writes()).toEqual([]);
		});
	},
);

describe('resetAuthAttempts', () => {
	it('lets an administrator try again', async () => {
		const { admin_id } = add({ failedLogins: 10 });

		const { json, error } = await administrator('resetAuthAttempts', ada);

		expect(error).toBeUndefined();
		expect(json).toEqual([{ reset: true, admin_id, name: 'Ada', email }]);
		expect(writes()).toEqual([{ method: 'POST', path: `/admin/v1/admins/${admin_id}/reset`, params: {} }]);
		expect(duo.tenant.account.admins.get(admin_id)).toMatchObject({ failedLogins: 0 });
	});
});

describe('clearInactivity', () => {
	it('wakes an expired administrator', async () => {
		const { admin_id } = add({ status: 'Expired' });

		const { json } = await administrator('clearInactivity', ada);

		expect(json).toEqual([{ cleared: true, admin_id, name: 'Ada', email }]);
		expect(writes().map(({ method, path }) => `${method} ${path}`)).toEqual([
			`POST /admin/v1/admins/${admin_id}/clear_inactivity`,
		]);
		expect(duo.tenant.account.admins.get(admin_id)).toMatchObject({ status: 'Active' });
	});
});

describe('activation links', () => {
	it('are made, with the link in the output', async () => {
		const { admin_id } = add(pending);

		const { json, error } = await administrator('createActivationLink', ada);

		expect(error).toBeUndefined();
		const made = links().get(admin_id)!;
		const expires = new Date(made.expires * 1000).toISOString();
		expect(json).toEqual([{ admin_id, name: 'Ada', email, ...made, expires }]);
		expect(json).toMatchObject([{ link: expect.stringMatching(/^https:/) as unknown }]);
		expect(writes().map(({ method, path }) => `${method} ${path}`)).toEqual([
			`POST /admin/v1/admins/${admin_id}/activation_link`,
		]);
	});

	it('are mailed, without the link in the output', async () => {
		const { admin_id } = add(pending);
		links().set(admin_id, link);

		const { json } = await administrator('emailActivationLink', ada);

		expect(json).toEqual([{ emailed: true, admin_id, name: 'Ada', email }]);
		expect(writes().map(({ method, path }) => `${method} ${path}`)).toEqual([
			`POST /admin/v1/admins/${admin_id}/activation_link/email`,
		]);
		expect(duo.tenant.account.sentEmails).toEqual([{ to: email, code: 'c0de' }]);
	});

	it('are deleted; the administrator stays', async () => {
		const { admin_id } = add(pending);
		links().set(admin_id, link);

		const { json } = await administrator('deleteActivationLink', ada);

		expect(json).toEqual([{ deleted: true, admin_id, name: 'Ada', email }]);
		expect(writes()).toEqual([
			{ method: 'DELETE', path: `/admin/v1/admins/${admin_id}/activation_link`, params: {} },
		]);
		expect(links().has(admin_id)).toBe(false);
		expect(duo.tenant.account.admins.has(admin_id)).toBe(true);
	});
});

describe('an activation link that there cannot be', () => {
	it.each(['createActivationLink', 'emailActivationLink'])(
		'%s: the administrator is past the activation',
		async (operation) => {
			add();

			const { error } = await administrator(operation, ada);

			expect(error?.message).toBe('Ada is not pending activation: the status is “Active”');
			expect(writes()).toEqual([]);
		},
	);

	it('a second one: says that the first is to be deleted, which helps', async () => {
		links().set(add(pending).admin_id, link);

		const { error } = await administrator('createActivationLink', ada);
		await administrator('deleteActivationLink', ada);
		const again = await administrator('createActivationLink', ada);

		expect(error?.message).toBe('Duo makes no activation link for Ada');
		expect(error?.description).toContain('use “Delete Activation Link” before');
		expect(error?.description).toContain('Duo says: 40002');
		expect(again.error).toBeUndefined();
	});
});

describe('syncFromDirectory', () => {
	beforeEach(() => {
		duo.tenant.account.directories.set('DIRONE', new Set([email]));
	});

	it('has Duo fetch the administrator, with the directory key of the node or of the credential', async () => {
		const credential = { directoryKey: ' DIR\u200bONE\u00a0\n' };
		const results = [
			await administrator('syncFromDirectory', { email, directoryKey: 'DIRONE' }),
			await administrator('syncFromDirectory', { email }, { credential }),
		];

		expect(results.flatMap(({ json }) => json)).toMatchObject([
			{ synced: true, email },
			{ synced: true, email },
		]);
		const path = '/admin/v1/admins/directorysync/DIRONE/syncadmin';
		expect(sent()).toEqual([1, 2].map(() => ({ method: 'POST', path, params: { email } })));
	});

	it('says that the key is missing', async () => {
		const { error } = await administrator('syncFromDirectory', { email });

		expect(error?.message).toBe('There is no directory key');
		expect(sent()).toEqual([]);
	});
});

describe('getPasswordManagement', () => {
	it('reads it for all administrators or for one', async () => {
		const { admin_id } = add({ has_external_password_mgmt: true, password: 'hunter2' });
		duo.tenant.addAdmin({ name: 'Ben', email: 'ben@example.test' });

		const all = await administrator('getPasswordManagement', { returnAll: true });
		const one = await administrator('getPasswordManagement', { scope: 'administrator', ...ada });

		expect(one.json).toEqual([{ admin_id, name: 'Ada', email, has_external_password_mgmt: true }]);
		expect(all.json.map(({ has_external_password_mgmt: isExternal }) => isExternal)).toEqual(
			[...duo.tenant.account.admins.values()].map((each) => each.has_external_password_mgmt),
		);
		expect(sent().map(({ path }) => path)).toEqual([
			'/admin/v1/admins/password_mgmt',
			'/admin/v1/admins',
			`/admin/v1/admins/${admin_id}/password_mgmt`,
		]);
	});

	it('keeps to the limit', async () => {
		add();
		expect((await administrator('getPasswordManagement', { limit: 1 })).json).toHaveLength(1);
		expect(sent()[0]?.params).toEqual({ limit: '1', offset: '0' });
	});
});

describe('updatePasswordManagement', () => {
	it('sets the password as it was typed, and keeps it out of the output', async () => {
		const { admin_id } = add();

		const { json, error } = await administrator('updatePasswordManagement', {
			...ada,
			updateFields: { hasExternalPasswordMgmt: true, password: ' correct horse ' },
		});

		expect(error).toBeUndefined();
		expect(json).toEqual([{ admin_id, name: 'Ada', email, has_external_password_mgmt: true }]);
		expect(writes()).toEqual([
			{
				method: 'POST',
				path: `/admin/v1/admins/${admin_id}/password_mgmt`,
				params: { has_external_password_mgmt: 'true', password: ' correct horse ' },
			},
		]);
	});

	it('changes nothing when a password was added and is empty', async () => {
		const { admin_id } = add({ has_external_password_mgmt: true, password: 'hunter2' });

		const { error } = await administrator('updatePasswordManagement', {
			...ada,
			updateFields: { hasExternalPasswordMgmt: false, password: '' },
		});

		expect(error?.message).toBe('“Password” is empty');
		expect(writes()).toEqual([]);
		expect(duo.tenant.account.admins.get(admin_id)).toMatchObject({ password: 'hunter2' });
	});

	it('refuses to update nothing', async () => {
		add();
		const { error } = await administrator('updatePasswordManagement', { ...ada, updateFields: {} });

		expect(error?.message).toBe('There is nothing to update');
		expect(writes()).toEqual([]);
	});
});

describe('permissions', () => {
	const existing = () => {
		links().set(add(pending).admin_id, link);
		return ada;
	};
	it.each<[string, () => INodeParameters]>([
		['clearInactivity', () => (add({ status: 'Expired' }), ada)],
		['createActivationLink', () => (add(pending), ada)],
		['deleteActivationLink', existing],
		['emailActivationLink', existing],
		['getPasswordManagement', () => ({})],
		['resetAuthAttempts', existing],
		['updatePasswordManagement', () => ({ ...existing(), updateFields: { password: 'x' } })],
	])('of %s are the ones that it declares', async (operation, prepare) => {
		await duo.expectPermissions('administrator', operation, () => {
			duo.tenant.account.admins.clear();
			return prepare();
		});
	});

	it('of syncFromDirectory are the ones that it declares', async () => {
		duo.tenant.account.directories.set('DIRONE', new Set([email]));
		const parameters = { email, directoryKey: 'DIRONE' };
		await duo.expectPermissions('administrator', 'syncFromDirectory', () => parameters);
	});
});
