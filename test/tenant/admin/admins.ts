/** Admin API: administrators. */
import { invalid, notFound } from '../http/errors';
import { page } from '../http/paging';
import { Page } from '../http/reply';
import { routes, type Call } from '../http/router';
import type { Admin } from '../model/records';
import { adminView } from '../model/views';

import { activationOf, checkRole, newActivation } from './adminActivations';
import { adminAt } from './lookup';

const admins = routes('adminapi_admins', 'adminapi_admins');

export const adminRoutes = [
	admins.get('/admin/v1/admins', list),
	admins.post('/admin/v1/admins', create),
	admins.get('/admin/v1/admins/:admin', (call) => adminView(call.account, adminAt(call))),
	admins.post('/admin/v1/admins/:admin', modify),
	admins.delete('/admin/v1/admins/:admin', remove),
	admins.post('/admin/v1/admins/:admin/reset', reset),
	admins.post('/admin/v1/admins/:admin/clear_inactivity', clearInactivity),
	admins.post('/admin/v1/admins/directorysync/:directory/syncadmin', sync),
];

function list({ account, params }: Call) {
	const { items, metadata } = page([...account.admins.values()], params);
	return new Page(
		(items as Admin[]).map((admin) => adminView(account, admin)),
		metadata,
	);
}

function create(call: Call) {
	const { account, params } = call;
	const email = params.required('email');
	const name = params.required('name');
	// unconfirmed: the words; known is that the detail is a sentence
	if ([...account.admins.values()].some((admin) => admin.email === email))
		throw invalid('An administrator with this email address already exists.');
	const fields = { role: 'Owner', ...adminFields(call) };
	checkRestriction(fields, fields.role);
	const activation = newActivation(call, { email, role: fields.role });
	// unconfirmed: the status of a new administrator
	const admin = account.addAdmin({ ...fields, name, email, status: 'Pending Activation' });
	account.adminLinks.set(admin.admin_id, activationOf(activation));
	return adminView(account, admin);
}

function modify(call: Call) {
	const admin = adminAt(call);
	const fields = adminFields(call);
	checkRestriction(fields, fields.role ?? admin.role);
	const status = call.params.text('status') ?? admin.status;
	if (call.params.has('status') && !['Active', 'Disabled'].includes(status)) throw invalid('status');
	// unconfirmed: the words with which Duo refuses to disable an owner
	if (status === 'Disabled' && (fields.role ?? admin.role) === 'Owner') throw invalid('status');
	const name = call.params.has('name') ? call.params.required('name') : admin.name;
	const password_change_required =
		call.params.flag('password_change_required') ?? admin.password_change_required;
	return adminView(call.account, Object.assign(admin, fields, { name, status, password_change_required }));
}

function adminFields({ account, params }: Call): Partial<Admin> {
	const fields: Partial<Admin> = {};
	for (const name of ['role', 'subaccount_role'] as const) {
		const role = params.text(name);
		if (role === undefined) continue;
		checkRole(account, name, role);
		fields[name] = role;
	}
	if (params.has('phone')) fields.phone = params.text('phone') ?? '';
	const restricted = params.flag('restricted_by_admin_units');
	if (restricted !== undefined) fields.restricted_by_admin_units = restricted;
	if (params.has('token_id')) {
		const id = params.text('token_id');
		if (id && !account.tokens.has(id)) throw invalid('token_id');
		fields.token_id = id;
	}
	return fields;
}

// unconfirmed: the words with which Duo refuses to restrict an owner
function checkRestriction(fields: Partial<Admin>, role: string): void {
	if (role === 'Owner' && fields.restricted_by_admin_units) throw invalid('restricted_by_admin_units');
}

function remove({ account, at }: Call) {
	account.admins.delete(at('admin'));
	account.adminLinks.delete(at('admin'));
	for (const unit of account.adminUnits.values()) {
		unit.admins = unit.admins.filter((id) => id !== at('admin'));
	}
	return '';
}

function reset(call: Call) {
	adminAt(call).failedLogins = 0;
	return '';
}

function clearInactivity(call: Call) {
	const admin = adminAt(call);
	if (admin.status === 'Expired') admin.status = 'Active';
	return '';
}

// unconfirmed: the answer, and what Duo says to an unknown directory or person
function sync({ account, params, at }: Call) {
	const email = params.required('email');
	if (!account.directories.get(at('directory'))?.has(email)) throw notFound();
	const known = [...account.admins.values()].find((admin) => admin.email === email);
	return adminView(account, known ?? account.addAdmin({ name: email, email, role: 'Read-only' }));
}
