/** Admin API: how administrators log in. */
import { invalid } from '../http/errors';
import { page } from '../http/paging';
import { routes, type Call } from '../http/router';
import type { Account } from '../model/account';
import type { Admin } from '../model/records';

import { adminAt } from './lookup';

const admins = routes('adminapi_admins', 'adminapi_admins');

/** How administrators log in: passwords and second factors. */
export const adminLoginRoutes = [
	admins.get('/admin/v1/admins/password_mgmt', ({ account, params }) =>
		page([...account.admins.values()].map(passwordView), params),
	),
	admins.get('/admin/v1/admins/:admin/password_mgmt', (call) => passwordView(adminAt(call))),
	admins.post('/admin/v1/admins/:admin/password_mgmt', setPassword),
	admins.get('/admin/v1/admins/allowed_auth_methods', ({ account }) => methodsView(account)),
	admins.post('/admin/v1/admins/allowed_auth_methods', allow),
];

// unconfirmed: these fields
const passwordView = ({ admin_id, email, name, has_external_password_mgmt }: Admin) => ({
	admin_id,
	email,
	name,
	has_external_password_mgmt,
});

function setPassword(call: Call) {
	const admin = adminAt(call);
	admin.has_external_password_mgmt =
		call.params.flag('has_external_password_mgmt') ?? admin.has_external_password_mgmt;
	admin.password = call.params.text('password') ?? admin.password;
	return passwordView(admin);
}

const methodsView = ({ adminAuthMethods, verifiedPushLength }: Account) => ({
	...adminAuthMethods,
	verified_push_length: verifiedPushLength,
});

/** Whatever is not sent as true is switched off. */
function allow({ account, params }: Call) {
	const methods = account.adminAuthMethods;
	const digits = params.count('verified_push_length') ?? account.verifiedPushLength;
	if (digits !== null && (digits < 3 || digits > 6)) throw invalid('verified_push_length');
	for (const method of Object.keys(methods)) methods[method] = params.flag(method) ?? false;
	account.verifiedPushLength = methods.verified_push_enabled ? digits : null;
	return methodsView(account);
}
