/** The filters of the authentication log. */
import type { Call } from '../http/router';
import type { AuthenticationRow } from '../logs/rowTypes';

type Values = (row: AuthenticationRow, call: Call) => (string | null)[];

// unconfirmed: that values Duo does not know match nothing, and are not refused
const filters: Record<string, Values> = {
	applications: ({ application }) => [application.key],
	users: ({ user }) => [user.key],
	groups: ({ user }, { account }) => {
		const names = user.groups.map((name) => name.replace(/ \(from .*\)$/, ''));
		return [...account.groups.values()]
			.filter(({ name }) => names.includes(name))
			.map(({ group_id }) => group_id);
	},
	event_types: ({ event_type }) => [event_type],
	factors: ({ factor }) => [factor],
	reasons: ({ reason }) => [reason],
	results: ({ result }) => [result],
	phone_numbers: ({ auth_device }) => [auth_device.name],
	tokens: ({ auth_device }) => [auth_device.key],
};

/** One of the values of each filter; every filter that is there must agree. */
export function acceptsAuthentication(call: Call): ((row: AuthenticationRow) => boolean) | undefined {
	const active = Object.entries(filters)
		.filter(([name]) => call.params.has(name))
		.map(([name, values]) => ({ values, wanted: new Set<unknown>([call.params.values[name]].flat()) }));
	if (active.length === 0) return undefined;
	return (row) => active.every(({ values, wanted }) => values(row, call).some((value) => wanted.has(value)));
}
