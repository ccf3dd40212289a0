/** Finds the record that the path of a request names. */
import { notFound } from '../http/errors';
import type { Call } from '../http/router';
import type { Admin, Group, Phone, Token, User } from '../model/records';

/** The record that the path names, or Duo's 404. */
const at =
	<T>(placeholder: string, map: (call: Call) => Map<string, T>) =>
	(call: Call): T => {
		const record = map(call).get(call.at(placeholder));
		if (!record) throw notFound();
		return record;
	};

export const userAt = at<User>('user', (call) => call.account.users);
export const phoneAt = at<Phone>('phone', (call) => call.account.phones);
export const groupAt = at<Group>('group', (call) => call.account.groups);
export const adminAt = at<Admin>('admin', (call) => call.account.admins);
export const tokenAt = at<Token>('token', (call) => call.account.tokens);
