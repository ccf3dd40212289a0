import type { Duo } from '../../shared/duo/Duo';
import type { DuoUser } from '../duoObjects';

import { isId } from './id';
import { namesIn, searchUser, type UserQuery } from './user';

export type MatchedBy = 'id' | 'username' | 'alias' | 'email';

type Kind = Exclude<MatchedBy, 'id'>;

interface Name {
	kind: Kind;
	text: string;
}

/** Duo looks up so many IDs or usernames in one call. */
const BATCH = 100;

const PAGE = 300;

/**
 * Finds the users that many items name, with the fewest calls: IDs and usernames by the hundred; what is
 * left (aliases, e-mails) by single look-ups or by reading all users, whichever takes fewer calls.
 */
export class Resolver {
	private readonly byId = new Map<string, DuoUser>();

	private readonly index: Record<Kind, Map<string, Map<string, DuoUser>>> = {
		username: new Map(),
		alias: new Map(),
		email: new Map(),
	};

	constructor(private readonly duo: Duo) {}

	/** Asks Duo for everybody who is named. */
	async read(queries: UserQuery[]): Promise<void> {
		await this.readBatches('user_id_list', queries.flatMap(idsIn));
		const unknown = queries.filter((query) => !this.isKnownById(query));
		const usernames = unknown.flatMap(usernamesIn);
		await this.readBatches(
			'username_list',
			usernames.filter((text) => !asLogin(text).some((name) => this.holders(name))),
		);
		await this.readRest(unknown);
	}

	/** Who is named, nobody, one user or several, and by what, the best first. */
	match(query: UserQuery): { matchedBy: MatchedBy[]; users: DuoUser[] } {
		const byId = takesIds(query) ? this.byId.get(query.text) : undefined;
		if (byId) return { matchedBy: ['id'], users: [byId] };

		for (const names of [fullNames(query), simpleNames(query)]) {
			const users = new Map(names.flatMap((name) => [...(this.holders(name) ?? [])]));
			const matchedBy = names.filter((name) => this.holders(name)).map(({ kind }) => kind);
			if (users.size > 0) return { matchedBy, users: [...users.values()] };
		}
		return { matchedBy: [], users: [] };
	}

	private isKnownById(query: UserQuery): boolean {
		return takesIds(query) && this.byId.has(query.text);
	}

	/**
	 * The names that Duo must still be asked for. Usernames and aliases are unique, so one that is known is
	 * settled. An email address never is: another user whom we have not read yet may have it too, or have it as
	 * their username.
	 */
	private openNames(query: UserQuery): Name[] {
		const full = fullNames(query);
		const isSettled = full.some((name) => name.kind !== 'email' && this.holders(name));
		if (isSettled) return full.filter(({ kind }) => kind === 'email');
		return [...full, ...simpleNames(query).filter((name) => !this.holders(name))];
	}

	private holders({ kind, text }: Name): Map<string, DuoUser> | undefined {
		return this.index[kind].get(text.toLowerCase());
	}

	private async readBatches(parameter: 'user_id_list' | 'username_list', texts: string[]): Promise<void> {
		const wanted = [...new Set(texts)];
		const starts = Array.from({ length: Math.ceil(wanted.length / BATCH) }, (_, index) => index * BATCH);
		await Promise.all(
			starts.map(async (start) => {
				const batch = JSON.stringify(wanted.slice(start, start + BATCH));
				this.add(await this.duo.get<DuoUser[]>('/admin/v1/users', { [parameter]: batch }));
			}),
		);
	}

	private async readRest(queries: UserQuery[]): Promise<void> {
		const needed = queries
			.flatMap((query) => this.openNames(query))
			.map(({ kind, text }) => [kind === 'email' ? 'email' : 'username', text] as const);
		const lookups = new Map(needed.map((lookup) => [lookup.join(' ').toLowerCase(), lookup]));
		if (lookups.size === 0) return;
		if (lookups.size > 1 && (await this.readAllWithin(lookups.size))) return;

		await Promise.all(
			[...lookups.values()].map(async ([by, text]) => {
				this.add(await searchUser(this.duo, by, text));
			}),
		);
	}

	/**
	 * Reads all users if that takes no more calls than so many look-ups; tells whether it did. The first page
	 * is as dear as a look-up, and tells how many pages there are.
	 */
	private async readAllWithin(calls: number): Promise<boolean> {
		for await (const { objects, nextOffset, total } of this.duo.pages<DuoUser>('/admin/v1/users', {
			pageSize: PAGE,
		})) {
			this.add(objects);
			const pages = nextOffset === undefined ? 1 : Math.ceil((total ?? Infinity) / PAGE);
			if (pages - 1 > calls) return false;
		}
		return true;
	}

	private add(users: DuoUser[]): void {
		for (const user of users) {
			this.byId.set(user.user_id, user);
			this.note('username', user.username, user);
			this.note('email', user.email, user);
			for (const alias of Object.values(user.aliases ?? {})) this.note('alias', alias, user);
		}
	}

	private note(kind: Kind, text: string | undefined, user: DuoUser): void {
		if (!text) return;
		const key = text.toLowerCase();
		const known = this.index[kind].get(key) ?? new Map<string, DuoUser>();
		this.index[kind].set(key, known.set(user.user_id, user));
	}
}

function takesIds({ by }: UserQuery): boolean {
	return by === 'id' || by === 'anything';
}

function idsIn(query: UserQuery): string[] {
	return takesIds(query) && isId(query.text, 'DU') ? [query.text] : [];
}

/** The texts that may be usernames. */
function usernamesIn(query: UserQuery): string[] {
	return [...fullNames(query), ...simpleNames(query)]
		.filter(({ kind }) => kind === 'username')
		.map(({ text }) => text);
}

/** The names that the text as it stands may be, the best one first. */
function fullNames(query: UserQuery): Name[] {
	const { text } = query;
	const { isUsername, isEmail } = namesIn(query);
	return [...(isUsername ? asLogin(text) : []), ...(isEmail ? [{ kind: 'email', text } as const] : [])];
}

/**
 * The names that the normalized text may be, where it is another. They count only if nobody has a full name.
 */
function simpleNames({ text, simple }: UserQuery): Name[] {
	return simple === text ? [] : asLogin(simple);
}

function asLogin(text: string): Name[] {
	return [
		{ kind: 'username', text },
		{ kind: 'alias', text },
	];
}
