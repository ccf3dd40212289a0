import { isoTime } from '../../../shared/duo/duoTime';
import type { DuoPhone, DuoUser } from '../../duoObjects';
import { numberKey, storedPhoneNumber } from '../../phoneNumber';
import { phoneSummary } from '../../references/phone';

/** A phone without what is not needed here: there may be a hundred thousand. */
export function essentials(phone: DuoPhone): DuoPhone {
	const { activated, last_seen, users } = phone;
	return {
		...phoneSummary(phone),
		activated,
		last_seen,
		users: users?.map(({ user_id, username }) => ({ user_id, username })),
	};
}

/** Phones by their comparable number; a phone without a number stands alone. */
export function groupPhones(phones: DuoPhone[]): DuoPhone[][] {
	const groups = new Map<string, DuoPhone[]>();
	for (const phone of phones) {
		const number = storedPhoneNumber(phone);
		const key = number ? numberKey(number) : phone.phone_id;
		const group = groups.get(key);
		if (group) group.push(phone);
		else groups.set(key, [phone]);
	}
	return [...groups.values()];
}

/** What is to be said about the phones with one number. */
export function describeGroup(phones: DuoPhone[]) {
	const [best] = [...phones].sort(byWorth);
	const number = phones[0] && storedPhoneNumber(phones[0]);
	return {
		number: number?.number ?? '',
		extension: number?.extension ?? '',
		duplicate: phones.length > 1,
		shared: phones.some((phone) => ownersOf(phone).length > 1),
		orphan: phones.some((phone) => !isUsed(phone)),
		keep: best?.phone_id ?? null,
		keepBecause: best && phones.length > 1 ? reason(best) : '',
		owners: owners(phones),
		phones: phones.map((phone) => ({
			...phoneSummary(phone),
			activated: phone.activated === true,
			last_seen: isoTime(phone.last_seen),
			users: ownersOf(phone).map(({ user_id, username }) => ({ user_id, username })),
		})),
	};
}

/** The phone worth keeping first: in use, activated, seen last; the ID decides between equals. */
function byWorth(a: DuoPhone, b: DuoPhone): number {
	return (
		Number(isUsed(b)) - Number(isUsed(a)) ||
		Number(b.activated === true) - Number(a.activated === true) ||
		compare(b.last_seen ?? '', a.last_seen ?? '') ||
		compare(a.phone_id, b.phone_id)
	);
}

function reason(phone: DuoPhone): string {
	const facts = [
		isUsed(phone) ? 'has a user' : 'no phone of these has a user',
		phone.activated ? 'Duo Mobile is activated' : '',
		phone.last_seen ? `last seen ${phone.last_seen} UTC` : '',
	];
	return facts.filter((fact) => fact !== '').join(', ');
}

function isUsed(phone: DuoPhone): boolean {
	return ownersOf(phone).length > 0;
}

function ownersOf({ users }: DuoPhone): DuoUser[] {
	return users ?? [];
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

function owners(phones: DuoPhone[]): string[] {
	return [...new Set(phones.flatMap((phone) => ownersOf(phone).map(({ username }) => username)))];
}
