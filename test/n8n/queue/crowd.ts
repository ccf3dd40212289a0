/** A crowd of users, each with an answer of their own. */
import type { PhoneAnswer, RecordedRequest, Tenant } from '../../tenant';

/** A user who answers pushes in their own way. */
export interface Person {
	username: string;
	/** What a verification of them must come to. */
	outcome: string;
}

/** One in ten refuses, and one in ten suspects fraud, so that no outcome can be right by chance. */
const temper: [PhoneAnswer['answer'], string][] = [
	['deny', 'denied'],
	['fraud', 'fraud'],
	...Array.from({ length: 8 }, (): [PhoneAnswer['answer'], string] => ['approve', 'approved']),
];

/** Users with a phone each, who all take the same time to answer. */
export function addCrowd(tenant: Tenant, count: number, answerAfterMs: number): Person[] {
	return Array.from({ length: count }, (_, index) => {
		const username = `person-${String(index).padStart(3, '0')}`;
		const [answer, outcome] = temper[index % temper.length]!;
		const phone = tenant.addPhone({
			number: `+1555555${String(1000 + index)}`,
			answer: { answer, afterMs: answerAfterMs },
		});
		tenant.addUser({ username, phones: [phone.phone_id] });
		return { username, outcome };
	});
}

/** How many pushes each user got since the tenant's request of this number. */
export function pushesSince(tenant: Tenant, first: number): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { params } of tenant.requests.slice(first).filter(isPush)) {
		const username = String(params.username);
		counts.set(username, (counts.get(username) ?? 0) + 1);
	}
	return counts;
}

/** Those that Duo refused for a limit reached nobody. */
const isPush = ({ path, status }: RecordedRequest) => path === '/auth/v2/auth' && status === 200;
