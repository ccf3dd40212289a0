/** Duo’s times become ISO 8601, whatever their form. */
import { isoTime, isoTimes, millisecondsOf } from '../../nodes/shared/duo/duoTime';

describe('a time of Duo’s becomes ISO in UTC', () => {
	it.each<[string, unknown, string]>([
		['seconds', 1_767_600_000, '2026-01-05T08:00:00.000Z'],
		['seconds with a fraction', 1_767_600_000.25, '2026-01-05T08:00:00.250Z'],
		['milliseconds', 1_767_600_000_123, '2026-01-05T08:00:00.123Z'],
		['digits in a text', '1767600000', '2026-01-05T08:00:00.000Z'],
		['the first second of 1970', 0, '1970-01-01T00:00:00.000Z'],
		['ISO without a zone', '2026-01-05T08:00:00', '2026-01-05T08:00:00.000Z'],
		['SQL', '2026-01-05 08:00:00', '2026-01-05T08:00:00.000Z'],
		['SQL with UTC', '2026-01-05 08:00:00 UTC', '2026-01-05T08:00:00.000Z'],
		['microseconds', '2026-01-05T08:00:00.123456+00:00', '2026-01-05T08:00:00.123Z'],
		['an offset', '2026-01-05T09:30:00+01:30', '2026-01-05T08:00:00.000Z'],
		['an offset without a colon', '2026-01-05T03:00:00-0500', '2026-01-05T08:00:00.000Z'],
		['its own form', '2026-01-05T08:00:00.000Z', '2026-01-05T08:00:00.000Z'],
	])('from %s', (_, time, iso) => {
		expect(isoTime(time)).toBe(iso);
	});

	it.each([undefined, null, ''])('but none from %j', (time) => {
		expect(isoTime(time)).toBeNull();
	});

	it.each(['never', '2026-13-45T08:00:00', '2026-01-05', 1e300, NaN, true])(
		'and what is no time stays: %j',
		(time) => {
			expect(isoTime(time)).toBe(time);
			expect(isoTime(time)).not.toBeNull();
		},
	);
});

it('the named times of an object are those that it has', () => {
	const user = { username: 'ann', created: 1_767_600_000, last_login: null };
	expect(isoTimes(user, ['last_login', 'last_seen'])).toEqual({ last_login: null });
	expect(user).toEqual({ username: 'ann', created: 1_767_600_000, last_login: null });
});

it('the border between seconds and milliseconds is where neither is plausible', () => {
	const [year2000, year2100] = [946_684_800, 4_102_444_800];
	expect([year2000, year2100].map(millisecondsOf)).toEqual([946_684_800_000, 4_102_444_800_000]);
	expect([year2000 * 1000, year2100 * 1000].map(millisecondsOf)).toEqual([
		946_684_800_000, 4_102_444_800_000,
	]);
});
