/** Who logs in, and whether they may. */
import { invalid, missing } from '../http/errors';
import type { Call } from '../http/router';
import type { Account } from '../model/account';
import { capabilitiesOf } from '../model/phones';
import type { Phone, Token, User, UserStatus } from '../model/records';

/** The user whom a call names by username or id; undefined when there is none. */
export function namedUser({ account, params }: Call): User | undefined {
	if (params.has('user_id')) return account.users.get(params.required('user_id'));
	if (!params.has('username')) throw missing('username');
	const username = params.text('username') ?? '';
	if (username.trim() === '') throw invalid('username');
	return account.findUser(username);
}

/** A user's own status weighs more than the status of the groups. */
// unconfirmed: what wins when several groups disagree; here disabled before bypass
export function effectiveStatus(account: Account, user: User): UserStatus {
	if (user.status !== 'active') return user.status;
	const groups = user.groups.map((id) => account.groups.get(id)?.status);
	return groups.includes('disabled') ? 'disabled' : groups.includes('bypass') ? 'bypass' : 'active';
}

export const phonesOf = (account: Account, user: User): Phone[] =>
	user.phones
		.map((id) => account.phones.get(id))
		.filter((phone) => phone !== undefined)
		.filter((phone) => capabilitiesOf(phone).length > 0);

export const tokensOf = (account: Account, user: User): Token[] =>
	user.tokens.map((id) => account.tokens.get(id)).filter((token) => token !== undefined);

/** Only the last four digits are shown. */
export const maskedNumber = ({ number }: Phone): string =>
	number === '' ? '' : `XXX-XXX-${number.slice(-4)}`;
