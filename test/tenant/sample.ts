/** Fills an account with users, phones and groups to play with. */
import { en, Faker } from '@faker-js/faker';

import type { Account } from './model/account';
import type { PhoneAnswer } from './model/records';

/** Numbers 555-01xx belong to nobody, in every area. */
const areas = [
	201, 202, 203, 205, 206, 207, 208, 209, 210, 212, 213, 214, 215, 216, 217, 218, 219, 224, 225, 228, 229,
	231, 234, 239, 240, 248, 251, 252, 253, 254, 256, 260, 262, 267, 269, 270, 276, 281, 301, 302,
];
const numberOf = (index: number) =>
	`+1${areas[index % areas.length]}555${String(100 + (Math.floor(index / areas.length) % 9900)).padStart(4, '0')}`;

const answers: PhoneAnswer[] = [
	{ answer: 'approve', afterMs: 2000 },
	{ answer: 'approve', afterMs: 4000 },
	{ answer: 'deny', afterMs: 3000 },
	{ answer: 'approve', afterMs: 1000 },
	{ answer: 'none', afterMs: 0 },
	{ answer: 'fraud', afterMs: 2000 },
];
const groupNames = ['engineering', 'finance', 'helpdesk', 'contractors'];

/** Fills an account with invented people; the same seed makes the same people. */
export function fillWithSample(account: Account, { seed, users }: { seed: number; users: number }): void {
	const faker = new Faker({ locale: [en], seed });
	faker.setDefaultRefDate('2026-01-01T00:00:00Z');
	const groups = groupNames.map((name) => account.addGroup({ name, desc: `Everybody in ${name}` }).group_id);
	const taken = new Set<string>();
	for (let index = 0; index < users; index++) addPerson(account, faker, index, groups, taken);
	addHouse(account, faker);
}

function addPerson(
	account: Account,
	faker: Faker,
	index: number,
	groups: string[],
	taken: Set<string>,
): void {
	const firstname = faker.person.firstName();
	const lastname = faker.person.lastName();
	const username = freeName(`${firstname}.${lastname}`.toLowerCase().replace(/[^a-z.]/g, ''), taken);
	// one in ten has not enrolled yet
	const phones = index % 10 === 9 ? [] : [addPhone(account, faker, index)];
	const user = account.addUser({
		username,
		firstname,
		lastname,
		realname: `${firstname} ${lastname}`,
		email: `${username}@example.com`,
		aliases: index % 4 === 0 ? { alias1: `${firstname.charAt(0)}${lastname}${index}`.toLowerCase() } : {},
		status: index % 25 === 24 ? 'disabled' : index % 25 === 23 ? 'bypass' : 'active',
		created: Math.floor(faker.date.past({ years: 2 }).getTime() / 1000),
		last_login: index % 10 === 9 ? null : Math.floor(faker.date.recent({ days: 30 }).getTime() / 1000),
		phones,
		groups: faker.helpers.arrayElements(groups, { min: 1, max: 2 }),
	});
	if (index % 8 === 7)
		account.addToken({ type: 'h6', serial: faker.string.numeric(9), users: [user.user_id] });
}

function freeName(name: string, taken: Set<string>): string {
	let free = name;
	for (let count = 2; taken.has(free); count++) free = `${name}${count}`;
	taken.add(free);
	return free;
}

function addPhone(account: Account, faker: Faker, index: number): string {
	const apple = faker.datatype.boolean();
	return account.addPhone({
		number: numberOf(index),
		platform: apple ? 'Apple iOS' : 'Google Android',
		model: apple ? 'Apple iPhone 16' : 'Google Pixel 9',
		encrypted: 'Encrypted',
		fingerprint: 'Configured',
		screenlock: 'Locked',
		tampered: 'Not tampered',
		last_seen: faker.date.recent({ days: 30 }).toISOString().slice(0, 19),
		answer: { ...answers[index % answers.length]! },
	}).phone_id;
}

/** What a tenant has besides its people. */
function addHouse(account: Account, faker: Faker): void {
	for (const role of ['Owner', 'Help Desk']) {
		const name = faker.person.fullName();
		account.addAdmin({ name, email: `${role.toLowerCase().replace(' ', '')}@example.com`, role });
	}
}
