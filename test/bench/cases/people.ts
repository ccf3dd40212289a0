/** Users with phones, and input items that name them, for the cases of the benchmark. */
import type { Tenant } from '../../tenant';

/** So many people with a phone each. */
export function addPeople(tenant: Tenant, count: number) {
	return Array.from({ length: count }, (_, index) => {
		const username = `person${index}`;
		const phone = tenant.addPhone({ number: `+1202${String(5_000_000 + index)}` });
		const user = tenant.addUser({ username, email: `${username}@example.com`, phones: [phone.phone_id] });
		return { user, phone };
	});
}

/** Every so-and-so-many-th, so that they are spread over the whole list. */
export const spread = <T>(all: T[], count: number): T[] =>
	Array.from({ length: count }, (_, index) => all[Math.floor((index * all.length) / count)]!);

/** Input items for n8n. */
export const named = (names: string[]) => names.map((name) => ({ name }));
