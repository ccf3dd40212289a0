import type { Duo, DuoParameters } from '../../../shared/duo/Duo';
import { DuoApiError } from '../../../shared/errors/DuoApiError';
import { InputError } from '../../../shared/errors/InputError';
import { PartialError } from '../../../shared/errors/PartialError';
import { toError } from '../../../shared/errors/toError';
import type { DuoUser } from '../../duoObjects';
import { forgetUsers } from '../../references/user';

export type NewUser = DuoParameters & { username: string };

/** Duo creates, and looks up, so many users with one call. */
const BATCH = 100;

/**
 * Creates users by the hundred.
 *
 * Duo refuses a whole batch for one bad entry, does not say which it is, and nobody could tell us whether it
 * has created some of the others by then. So those who exist already are sorted out before, and after a
 * failure it is looked up who exists now: they were created. Only the rest of a refused batch is sent again,
 * one by one, so that each gets an answer of its own. Usernames are unique in Duo, so nobody is created
 * twice, whatever happens.
 *
 * @returns the user or the fault for each, in order; nothing for those that were not tried because of
 * another's fault.
 */
export async function createUsers(
	duo: Duo,
	wanted: Array<NewUser | Error>,
	{ goesOn }: { goesOn: boolean },
): Promise<Array<DuoUser | Error | undefined>> {
	const checked = await withoutTaken(duo, withoutRepeated(wanted));
	if (!goesOn && checked.some((user) => user instanceof Error)) {
		return checked.map((user) => (user instanceof Error ? user : undefined));
	}

	const outcomes = new Map<NewUser, DuoUser | Error>();
	const failed = new Set<NewUser>();
	const isStopped = () => !goesOn && failed.size > 0;
	const note = (user: NewUser, outcome: DuoUser | Error) => {
		outcomes.set(user, outcome);
		if (outcome instanceof Error) failed.add(user);
	};
	for (const batch of batches(checked.filter(isUser))) {
		if (isStopped()) break;
		const { created, fault } = await createBatch(duo, batch);
		const createdOf = ({ username }: NewUser) => created.get(keyOf(username));
		for (const user of batch) {
			const found = createdOf(user);
			if (found) note(user, found);
		}
		const goesOneByOne = isRefusal(fault) && batch.length > 1;
		for (const user of batch.filter((each) => !createdOf(each))) {
			if (isStopped()) break;
			note(user, goesOneByOne ? await createOne(duo, user) : (fault ?? unnamed(user)));
		}
	}
	return checked.map((user) => {
		if (user instanceof Error) return user;
		const outcome = outcomes.get(user);
		const count = goesOn ? 0 : outcomes.size - 1;
		return outcome instanceof Error && count > 0 ? afterOthers(user, count, outcome) : outcome;
	});
}

/** Who was created, and why others were not. */
async function createBatch(duo: Duo, batch: NewUser[]): Promise<{ created: UsersByName; fault?: Error }> {
	try {
		const users = await duo.post<DuoUser[]>('/admin/v1/users/bulk_create', { users: JSON.stringify(batch) });
		return { created: byName(users) };
	} catch (thrown) {
		const fault = toError(thrown);
		const created = await usersNow(duo, batch).catch(() => new Map<string, DuoUser>());
		return { created, fault };
	} finally {
		forgetUsers(duo);
	}
}

async function createOne(duo: Duo, user: NewUser): Promise<DuoUser | Error> {
	try {
		return await duo.post<DuoUser>('/admin/v1/users', user);
	} catch (fault) {
		return toError(fault);
	}
}

function withoutRepeated(wanted: Array<NewUser | Error>): Array<NewUser | Error> {
	const known = new Set<string>();
	return wanted.map((user) => {
		if (user instanceof Error) return user;
		const key = keyOf(user.username);
		if (known.has(key)) return new InputError(`An earlier item has the username ${user.username} too`);
		known.add(key);
		return user;
	});
}

async function withoutTaken(duo: Duo, wanted: Array<NewUser | Error>): Promise<Array<NewUser | Error>> {
	const existing = await usersNow(duo, wanted.filter(isUser));
	return wanted.map((user) => {
		const taken = user instanceof Error ? undefined : existing.get(keyOf(user.username));
		return user instanceof Error || !taken ? user : alreadyThere(user, taken);
	});
}

type UsersByName = Map<string, DuoUser>;

/** Those who exist, by username and alias. */
async function usersNow(duo: Duo, users: NewUser[]): Promise<UsersByName> {
	const found: DuoUser[] = [];
	for (const batch of batches(users)) {
		const names = JSON.stringify(batch.map(({ username }) => username));
		found.push(...(await duo.get<DuoUser[]>('/admin/v1/users', { username_list: names })));
	}
	return byName(found);
}

function byName(users: DuoUser[]): UsersByName {
	const names = ({ username, aliases }: DuoUser) => [username, ...Object.values(aliases ?? {})];
	return new Map(users.flatMap((user) => names(user).map((name) => [keyOf(name), user])));
}

function isUser(user: NewUser | Error): user is NewUser {
	return !(user instanceof Error);
}

function keyOf(name: string): string {
	return name.toLowerCase();
}

function batches(users: NewUser[]): NewUser[][] {
	const count = Math.ceil(users.length / BATCH);
	return Array.from({ length: count }, (_, index) => users.slice(index * BATCH, (index + 1) * BATCH));
}

/** Duo understood the request and does not want it: the values of one user or of several are to blame. */
function isRefusal(fault: Error | undefined): boolean {
	return fault instanceof DuoApiError && fault.status === 400;
}

function alreadyThere({ username }: NewUser, { user_id }: DuoUser): InputError {
	return new InputError(`${username} is already in Duo`, `The user’s ID is ${user_id}.`);
}

function unnamed({ username }: NewUser): PartialError {
	return new PartialError(
		`Duo’s answer to the creation of several users does not name ${username}`,
		'Look the user up in Duo before you run this again.',
	);
}

function afterOthers({ username }: NewUser, count: number, fault: Error): PartialError {
	return PartialError.because(`${username} was not created, but others were before: ${count}`, fault);
}
