import { touchesNothing, type ItemCall } from '../../shared/engine/operation';

import { Resolver } from './Resolver';
import { findUser, queryKey, readUser, rememberUsers, type UserQuery } from './user';

/** For operations that only read, on the users whom the items name: these are asked for together, by the hundred. */
export const readsUser = { prepare: prepareUsers, touches: touchesNothing };

/** The same for operations that change the user whom an item names. */
export const changesUser = { prepare: prepareUsers, touches: touchesUser };

export async function touchesUser(call: ItemCall): Promise<string[]> {
	return [(await findUser(call)).user_id];
}

/** Asks for the users whom many items name, with the fewest calls, so that `findUser` knows them. */
export async function prepareUsers(calls: ItemCall[]): Promise<void> {
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
