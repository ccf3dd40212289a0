import type { Subject } from '../../shared/engine/concurrency';
import type { ItemCall } from '../../shared/engine/ItemCall';

import { Resolver } from './Resolver';
import { findUser, forgetUser, forgetUsers, queryKey, readUser, rememberUsers, type UserQuery } from './user';

/** The users whom the items of a run name: they are asked for together, by the hundred. */
export const users: Subject = {
	keys: async (call) => [(await findUser(call)).user_id],
	prefetch,
	forget: (duo, ids) => {
		if (!ids) forgetUsers(duo);
		for (const user_id of ids ?? []) forgetUser(duo, { user_id });
	},
};

/** Asks for the users whom many items name, with the fewest calls, so that `findUser` knows them. */
async function prefetch(calls: ItemCall[]): Promise<void> {
	const wanted = new Map<string, UserQuery>();
	for (const { params } of calls) {
		const user = unlessFaulty(() => readUser(params));
		if (user) wanted.set(queryKey(user), user);
	}
	if (wanted.size < 2) return;

	const { duo } = calls[0]!;
	const resolver = new Resolver(duo);
	await resolver.read([...wanted.values()]);
	for (const user of wanted.values()) rememberUsers(duo, user, resolver.match(user).users);
}

/** A parameter that does not fit is told when it is its item's turn. */
function unlessFaulty<T>(read: () => T): T | undefined {
	try {
		return read();
	} catch {
		return undefined;
	}
}
