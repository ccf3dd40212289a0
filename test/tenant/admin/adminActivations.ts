/** Admin API: administrators are invited, and activate themselves. */
import { invalid } from '../http/errors';
import { page } from '../http/paging';
import { routes, type Call } from '../http/router';
import type { Account } from '../model/account';
import type { AdminActivation } from '../model/records';

import { adminAt } from './lookup';

const admins = routes('adminapi_admins', 'adminapi_admins');
const activations = '/admin/v1/admins/activations';
const link = '/admin/v1/admins/:admin/activation_link';

/** Duo's own; an account may have custom ones besides. */
const roles = [
	'Owner',
	'Administrator',
	'Application Manager',
	'User Manager',
	'Security Analyst',
	'Help Desk',
	'Billing',
	// unconfirmed: older clients name it, Duo's newer list does not
	'Phishing Manager',
	'Read-only',
];

export const adminActivationRoutes = [
	admins.get(activations, ({ account, params }) => page([...account.adminActivations.values()], params)),
	admins.post(activations, invite),
	admins.delete(`${activations}/:activation`, ({ account, at }) => {
		account.adminActivations.delete(at('activation'));
		return '';
	}),
	admins.post(link, makeLink),
	admins.delete(link, removeLink),
	admins.post(`${link}/email`, mailLink),
];

/** By name, to the letter. */
export function checkRole({ customRoles }: Account, parameter: string, role: string): void {
	if (!roles.includes(role) && !customRoles.has(role)) throw invalid(parameter);
}

/** What somebody needs to become an administrator; mailed on request. */
export function newActivation(call: Call, { email, role }: { email: string; role: string }): AdminActivation {
	const { account, params, tenant } = call;
	const validDays = params.count('valid_days') ?? 7;
	if (validDays < 1 || validDays > 31) throw invalid('valid_days');
	const mailed = params.flag('send_email') ?? false;
	const code = account.ids.hex(32);
	const url = `${tenant.url}/admin-activate/${code}`;
	if (mailed) account.sentEmails.push({ to: email, code });
	return {
		// unconfirmed: the form of this id
		admin_activation_id: account.ids.id('AA'),
		admin_role: role,
		code,
		email,
		email_sent: mailed ? 1 : 0,
		expires: tenant.now() + validDays * 86_400,
		link: url,
		message: `Open ${url} to become an administrator.`,
		subject: 'Your Duo administrator account',
		valid_days: validDays,
	};
}

function invite(call: Call) {
	const email = call.params.required('email');
	const role = call.params.text('admin_role') ?? 'Owner';
	checkRole(call.account, 'admin_role', role);
	const activation = newActivation(call, { email, role });
	call.account.adminActivations.set(activation.admin_activation_id, activation);
	return activation;
}

// unconfirmed: the fields of this answer
export const activationOf = ({ code, expires, link: url, valid_days }: AdminActivation) => ({
	code,
	expires,
	link: url,
	valid_days,
});

function makeLink(call: Call) {
	const { admin_id, email, role, status } = adminAt(call);
	// unconfirmed: the codes and words with which Duo refuses a second link, and one for an active
	// administrator
	if (status !== 'Pending Activation') throw invalid('The administrator is not pending activation.');
	if (call.account.adminLinks.has(admin_id))
		throw invalid('The administrator has an activation link already.');
	const made = activationOf(newActivation(call, { email, role }));
	call.account.adminLinks.set(admin_id, made);
	return made;
}

function removeLink({ account, at }: Call) {
	account.adminLinks.delete(at('admin'));
	return '';
}

function mailLink(call: Call) {
	const { admin_id, email } = adminAt(call);
	const known = call.account.adminLinks.get(admin_id);
	// unconfirmed: what Duo says when there is no link
	if (!known) throw invalid('activation_link');
	call.account.sentEmails.push({ to: email, code: known.code });
	return '';
}
