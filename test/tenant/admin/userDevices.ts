/** Admin API: the groups, phones and tokens of one user. */
import { checkCount, invalid } from '../http/errors';
import { page } from '../http/paging';
import { Page } from '../http/reply';
import { resource, type Call, type Route } from '../http/router';
import type { User } from '../model/records';
import { desktopAuthenticatorsOf, fullUser, groupView, nestedPhone, nestedToken } from '../model/views';

import { userAt } from './lookup';

type Kind = 'groups' | 'phones' | 'tokens';

/** Groups, phones and tokens hang on a user in the same way. */
const attachments: [Kind, string][] = [
	['groups', 'group_id'],
	['phones', 'phone_id'],
	['tokens', 'token_id'],
];

export const userDeviceRoutes: Route[] = [
	...attachments.flatMap(([kind, parameter]) => [
		resource.get(`/admin/v1/users/:user/${kind}`, (call) => list(call, kind)),
		resource.post(`/admin/v1/users/:user/${kind}`, (call) => attach(call, kind, parameter)),
		resource.delete(`/admin/v1/users/:user/${kind}/:attached`, (call) => detach(call, kind)),
	]),
	...(['u2ftokens', 'webauthncredentials'] as const).map((kind) =>
		resource.get(`/admin/v1/users/:user/${kind}`, (call) =>
			page(fullUser(call.account, userAt(call))[kind], call.params),
		),
	),
	resource.get('/admin/v1/users/:user/desktopauthenticators', (call) =>
		page(desktopAuthenticatorsOf(call.account, userAt(call)), call.params),
	),
];

function list(call: Call, kind: Kind) {
	const { items, metadata } = page(userAt(call)[kind], call.params);
	return new Page(
		(items as string[]).map((id) => show(call, kind, id)),
		metadata,
	);
}

function show({ account }: Call, kind: Kind, id: string) {
	if (kind === 'groups') return view(account.groups.get(id), groupView);
	if (kind === 'phones') return view(account.phones.get(id), nestedPhone);
	return view(account.tokens.get(id), nestedToken);
}

const view = <T, V>(record: T | undefined, shape: (record: T) => V) =>
	record === undefined ? null : shape(record);

function attach(call: Call, kind: Kind, parameter: string) {
	const { account } = call;
	const user = userAt(call);
	const id = call.params.required(parameter);
	// unconfirmed: whether an unknown id is refused like this or with a 404
	if (!account[kind].has(id)) throw invalid(parameter);
	// unconfirmed: that attaching again is accepted and changes nothing
	if (user[kind].includes(id)) return '';
	checkCount(user[kind].length + 1);
	if (kind !== 'groups') checkCount(account.usersWith(kind, id).length + 1);
	user[kind].push(id);
	return '';
}

/** Also when it was not attached, or when there is no such user. */
function detach(call: Call, kind: Kind) {
	const user: User | undefined = call.account.users.get(call.at('user'));
	if (user) user[kind] = user[kind].filter((id) => id !== call.at('attached'));
	return '';
}
