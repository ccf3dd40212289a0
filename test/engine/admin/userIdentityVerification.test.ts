/** Identity verification of a user: started, looked at and cancelled. */
// Duo documents no answers for these in public: the tests see to it that they are handed on.
import type { INodeParameters } from 'n8n-workflow';

import { locator } from '../../support/locator';
import { useTenant } from '../../support/useTenant';

const duo = useTenant();
const { sent, writes } = duo;
const user = duo.admin.bind(null, 'user');
const zoe: INodeParameters = { user: locator('username', 'zoe') };
const addZoe = () => {
	const { user_id } = duo.tenant.addUser({ username: 'zoe' });
	return { user_id, path: `/admin/v2/identity_verification/${user_id}` };
};
const inquiries = () => [...duo.tenant.account.identityVerifications.values()];

it('is started, looked at and cancelled', async () => {
	const { user_id, path } = addZoe();

	const started = await user('startIdentityVerification', zoe);
	const inquiryId = inquiries()[0]!.inquiry_id;
	const looked = await user('getIdentityVerification', zoe);
	const cancelled = await user('cancelIdentityVerification', { ...zoe, inquiryId });

	const about = { user_id, username: 'zoe', inquiry_id: inquiryId };
	expect(started.json).toEqual([{ ...about, status: 'created' }]);
	expect(looked.json).toEqual([{ ...about, status: 'created' }]);
	expect(cancelled.json).toEqual([{ ...about, response: '' }]);
	expect(sent().filter((request) => request.path !== '/admin/v1/users')).toEqual([
		{ method: 'POST', path: `${path}/start`, params: {} },
		{ method: 'GET', path: `${path}/status`, params: {} },
		{ method: 'POST', path: `${path}/cancel`, params: { inquiry_id: inquiryId } },
	]);
	expect(inquiries()).toEqual([{ inquiry_id: inquiryId, status: 'canceled' }]);
});

it.each(['startIdentityVerification', 'getIdentityVerification', 'cancelIdentityVerification'])(
	'%s says so when there is no such user',
	async (operation) => {
		const { error } = await user(operation, { ...zoe, inquiryId: 'inq_1' });

		expect(error?.message).toBe('No user in Duo has the username or alias “zoe”');
		expect(writes()).toEqual([]);
	},
);

it('asks for the inquiry that is to be cancelled', async () => {
	addZoe();

	const { error } = await user('cancelIdentityVerification', { ...zoe, inquiryId: ' ' });

	expect(error?.message).toBe('“Inquiry ID” contains only blanks');
	expect(sent()).toEqual([]);
});

it.each(['startIdentityVerification', 'getIdentityVerification', 'cancelIdentityVerification'])(
	'%s needs the permissions that it declares',
	async (operation) => {
		const { user_id } = addZoe();
		await duo.expectPermissions('user', operation, () => {
			duo.tenant.account.identityVerifications.set(user_id, { inquiry_id: 'inq_1', status: 'created' });
			return { user: locator('id', user_id), inquiryId: 'inq_1' };
		});
	},
);
