/** Admin API: users, one by one and in bulk. */
import { invalid } from '../http/errors';
import { page } from '../http/paging';
import { Params } from '../http/params';
import { Page } from '../http/reply';
import { resource, type Call } from '../http/router';
import type { Account } from '../model/account';
import type { User } from '../model/records';
import { fullUser } from '../model/views';

import { userAt } from './lookup';
import { checkNames, userFields } from './userFields';

export const userRoutes = [
	resource.get('/admin/v1/users', list),
	resource.post('/admin/v1/users', create),
	resource.get('/admin/v1/users/:user', (call) => fullUser(call.account, userAt(call))),
	resource.post('/admin/v1/users/:user', modify),
	resource.delete('/admin/v1/users/:user', remove),
	resource.post('/admin/v1/users/bulk_create', bulkCreate),
	resource.post('/admin/v1/users/bulk_send_to_trash', sendToTrash),
	resource.post('/admin/v1/users/bulk_restore', restore),
];

const show = (call: Call, users: User[]) => users.map((user) => fullUser(call.account, user));

function list(call: Call) {
	const { account, params } = call;
	const username = params.text('username');
	const email = params.text('email');
	if (params.has('user_id_list') || params.has('username_list')) {
		// unconfirmed: what Duo says to a list combined with another filter, or to a list that is too long
		if (username !== undefined || email !== undefined) throw invalid('username');
		const users = listed(account, call);
		return new Page(show(call, users), { total_objects: users.length });
	}
	const named = username === undefined ? undefined : account.findUser(username);
	const candidates = username === undefined ? [...account.users.values()] : named ? [named] : [];
	const found = candidates
		// unconfirmed: that every user with this e-mail is returned when there are several
		.filter((user) => email === undefined || user.email.toLowerCase() === email.toLowerCase());
	const { items, metadata } = page(found, params, { default: 100, max: 300 });
	return new Page(show(call, items as User[]), metadata);
}

/** Unknown entries are left out. */
// unconfirmed: that Duo leaves them out instead of refusing
function listed(account: Account, { params }: Call): User[] {
	const byId = params.has('user_id_list');
	const wanted = params.texts(byId ? 'user_id_list' : 'username_list');
	if (wanted.length > 100) throw invalid(byId ? 'user_id_list' : 'username_list');
	const users = wanted.map((entry) => (byId ? account.users.get(entry) : account.findUser(entry)));
	return [...new Set(users.filter((user) => user !== undefined))];
}

function create(call: Call) {
	const username = call.params.required('username');
	const fields = userFields(call.params);
	checkNames(call.account, [username, ...Object.values(fields.aliases ?? {})]);
	return fullUser(call.account, call.account.addUser({ ...fields, username }));
}

function modify(call: Call) {
	const user = userAt(call);
	const username = call.params.has('username') ? call.params.required('username') : user.username;
	const fields = userFields(call.params, user);
	checkNames(call.account, [username, ...Object.values(fields.aliases ?? user.aliases)], user);
	Object.assign(user, fields, { username });
	return fullUser(call.account, user);
}

/** At once and for good; absent users are no error. */
function remove({ account, at }: Call) {
	account.deleteUser(at('user'));
	return '';
}

function bulkCreate(call: Call) {
	const { account } = call;
	const entries = call.params.array('users').map((entry) => {
		if (typeof entry !== 'object' || entry === null) throw invalid('users');
		return new Params(entry as Record<string, unknown>);
	});
	if (entries.length > 100) throw invalid('users');
	const users = entries.map((params) => ({ username: params.required('username'), ...userFields(params) }));
	checkNames(
		account,
		users.map((user) => user.username),
	);
	return show(
		call,
		users.map((user) => account.addUser(user)),
	);
}

// unconfirmed: what Duo returns for trash and restore; here the users that were found
function sendToTrash(call: Call) {
	const users = listed(call.account, call);
	for (const user of users.filter(({ status }) => status !== 'pending deletion')) {
		user.statusBeforeTrash = user.status;
		user.status = 'pending deletion';
	}
	return show(call, users);
}

function restore(call: Call) {
	const users = listed(call.account, call);
	for (const user of users.filter(({ status }) => status === 'pending deletion')) {
		// unconfirmed: that the earlier status comes back
		user.status = user.statusBeforeTrash ?? 'active';
		delete user.statusBeforeTrash;
	}
	return show(call, users);
}
