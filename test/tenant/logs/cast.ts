/** The people and things that made-up log rows are about. */
import type { Account } from '../model/account';

import { Random } from './random';
import type { Named, Place } from './rowTypes';

export interface Person {
	key: string;
	name: string;
	email: string;
	groups: string[];
	phone: { key: string; number: string } | undefined;
}

export interface Administrator {
	key: string;
	name: string;
	email: string;
}

const applicationNames = ['VPN', 'Web portal', 'Remote desktop', 'Mail'];
const strangers = ['ada', 'bela', 'carol', 'dmitri', 'edith'];

export const places: readonly (Place & { ip: string })[] = [
	{ city: 'Oslo', state: 'Oslo', country: 'Norway', ip: '203.0.113.7' },
	{ city: 'Ann Arbor', state: 'Michigan', country: 'United States', ip: '198.51.100.4' },
	{ city: 'Lyon', state: 'Auvergne-Rhône-Alpes', country: 'France', ip: '192.0.2.61' },
	{ city: 'Nagoya', state: 'Aichi', country: 'Japan', ip: '203.0.113.90' },
];

/** Who and what appears in the logs: the people of the account, or invented ones when it has none. */
export class Cast {
	readonly applications: Named[];
	private readonly users: string[];
	private readonly admins: Administrator[];
	private readonly strangers: Person[];

	constructor(private readonly account: Account) {
		const random = new Random(`${account.accountId} cast`);
		this.applications = applicationNames.map((name) => ({ key: random.id('DI'), name }));
		this.strangers = strangers.map((name, index) => ({
			key: random.id('DU'),
			name,
			email: `${name}@example.com`,
			groups: [],
			phone: { key: random.id('DP'), number: `+1202555${String(100 + index).padStart(4, '0')}` },
		}));
		this.users = [...account.users.keys()];
		const admins = [...account.admins.values()].map(({ admin_id: key, name, email }) => ({
			key,
			name,
			email,
		}));
		this.admins =
			admins.length > 0 ? admins : [{ key: random.id('DE'), name: 'Olga Owner', email: 'owner@example.com' }];
	}

	person(random: Random): Person {
		const user = this.users.length > 0 && this.account.users.get(random.pick(this.users));
		if (!user) return random.pick(this.strangers);
		const { phones, groups } = this.account;
		const phone = phones.get(user.phones[0] ?? '');
		return {
			key: user.user_id,
			name: user.username,
			email: user.email,
			groups: user.groups.map((id) => groups.get(id)?.name).filter((name) => name !== undefined),
			phone: phone && { key: phone.phone_id, number: phone.number },
		};
	}

	admin(random: Random): Administrator {
		return random.pick(this.admins);
	}

	get accountId(): string {
		return this.account.accountId;
	}
}

/** A row in the making. */
export interface Scene {
	at: number;
	random: Random;
	cast: Cast;
}
