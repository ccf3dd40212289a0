import type { Duo } from '../../shared/transport/Duo';
import type { DuoUser } from '../duoObjects';
import { searchUser } from './user';

/** How an item names a user. */
export interface Naming {
	text: string;
	/** The text as a normalized username; the text itself without normalization. */
	simple: string;
	matchBy: 'anything' | 'id' | 'username' | 'email';
}

export type MatchedBy = 'id' | 'username' | 'alias' | 'email';

type Kind = Exclude<MatchedBy, 'id'>;

interface Name {
	kind: Kind;
	text: string;
}

/** Duo looks up so many IDs or usernames in one call. */
const BATCH = 100;

const PAGE = 300;

const ID = /^DU[A-Z0-9]{18}$/;

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
	async read(namings: Naming[]): Promise<void> {
		await this.readBatches('user_id_list', namings.flatMap(idsIn));
		await this.readBatches(
			'username_list',
			namings.filter((naming) => this.isOpen(naming)).flatMap(usernamesIn),
		);
		await this.readRest(namings.filter((naming) => this.isOpen(naming)));
	}

	/** Who is named: nobody, one user, or several who share an e-mail address. */
	match(naming: Naming): { matchedBy?: MatchedBy; users: DuoUser[] } {
		const byId = takesIds(naming) ? this.byId.get(naming.text) : undefined;
		if (byId) return { matchedBy: 'id', users: [byId] };

		const name = namesOf(naming).find((each) => this.holders(each));
		return name ? { matchedBy: name.kind, users: [...this.holders(name)!.values()] } : { users: [] };
	}

	private isOpen(naming: Naming): boolean {
		return this.openNames(naming).length > 0;
	}

	/**
	 * The names that Duo must still be asked for: all that come before the one that fits. An e-mail address
	 * stays open: another user whom we have not read yet may have it too.
	 */
	private openNames(naming: Naming): Name[] {
		if (takesIds(naming) && this.byId.has(naming.text)) return [];

		const names = namesOf(naming);
		const fits = names.findIndex((each) => this.holders(each));
		if (fits === -1) return names;
		const { kind, text } = names[fits]!;
		const isSettled = kind !== 'email' && text === naming.text;
		return isSettled ? [] : names.slice(0, kind === 'email' ? fits + 1 : fits);
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

	private async readRest(open: Naming[]): Promise<void> {
		const needed = open
			.flatMap((naming) => this.openNames(naming))
			.map(({ kind, text }) => [kind === 'email' ? 'email' : 'username', text] as const);
		const lookups = new Map(needed.map((lookup) => [lookup.join(' ').toLowerCase(), lookup]));
		if (lookups.size === 0) return;
		if (lookups.size > 1 && (await this.readAllWithin(lookups.size))) return;

		await Promise.all(
			[...lookups.values()].map(async ([by, text]) => this.add(await searchUser(this.duo, by, text))),
		);
	}

	/**
	 * Reads all users if that takes no more calls than so many look-ups; tells whether it did. The first page is as dear as a
	 * look-up, and tells how many pages there are.
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

function takesIds({ matchBy }: Naming): boolean {
	return matchBy === 'id' || matchBy === 'anything';
}

function idsIn(naming: Naming): string[] {
	return takesIds(naming) && ID.test(naming.text) ? [naming.text] : [];
}

/** The texts that may be usernames. */
function usernamesIn(naming: Naming): string[] {
	return namesOf(naming)
		.filter(({ kind }) => kind === 'username')
		.map(({ text }) => text);
}

/**
 * The names under which a user may be found, the best one first: whoever has the full name, be it as e-mail
 * address, comes before somebody who has the normalized one.
 */
function namesOf({ text, simple, matchBy }: Naming): Name[] {
	const byName = matchBy === 'username' || matchBy === 'anything';
	const byEmail = matchBy === 'email' || (matchBy === 'anything' && text.includes('@'));
	const asLogin = (login: string): Name[] => [
		{ kind: 'username', text: login },
		{ kind: 'alias', text: login },
	];
	return [
		...(byName ? asLogin(text) : []),
		...(byEmail ? [{ kind: 'email', text } as const] : []),
		...(byName && simple !== text ? asLogin(simple) : []),
	];
}
