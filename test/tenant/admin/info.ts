/** Admin API: counts of what an account has and uses. */
import { invalid } from '../http/errors';
import { routes, type Call } from '../http/router';
import type { AuthenticationRow } from '../logs/rowTypes';

const info = routes('adminapi_info', undefined);

export const infoRoutes = [
	info.get('/admin/v1/info/summary', summary),
	info.get('/admin/v1/info/telephony_credits_used', creditsUsed),
	info.get('/admin/v1/info/authentication_attempts', (call) => byResult(authentications(call))),
	info.get('/admin/v1/info/user_authentication_attempts', (call) => {
		const seen = new Map(authentications(call).map((row) => [`${row.user.key} ${row.result}`, row]));
		return byResult([...seen.values()]);
	}),
];

// unconfirmed: whether Duo returns further numbers
function summary({ account }: Call) {
	return {
		admin_count: account.admins.size,
		integration_count: account.integrations.size,
		telephony_credits_remaining: account.telephonyCredits,
		user_count: account.users.size,
	};
}

function creditsUsed(call: Call) {
	const rows = inRange(call, call.account.logs.journals.telephony.all);
	// unconfirmed: the name of the number
	return { telephony_credits_used: rows.reduce((sum, { row }) => sum + row.credits, 0) };
}

const authentications = (call: Call) =>
	inRange(call, call.account.logs.journals.authentication.all).map(({ row }) => row);

function byResult(rows: AuthenticationRow[]) {
	const count = (result: string) => rows.filter((row) => row.result === result).length;
	return { ERROR: 0, FAILURE: count('denied'), FRAUD: count('fraud'), SUCCESS: count('success') };
}

/** mintime and maxtime are seconds; the last thirty days without them. */
function inRange<T extends { at: number }>({ params, tenant }: Call, entries: readonly T[]): T[] {
	const from = params.count('mintime') ?? tenant.now() - 30 * 86_400;
	const to = params.count('maxtime') ?? tenant.now();
	// unconfirmed: how Duo refuses what is older than it keeps, or no time in seconds at all
	if (from < tenant.now() - 181 * 86_400 || from > 1e11) throw invalid('mintime');
	if (to < from || to > 1e11) throw invalid('maxtime');
	return entries.filter(({ at }) => at >= from * 1000 && at <= to * 1000);
}
