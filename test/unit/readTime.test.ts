/** Times that users write, read in their time zone. */
import { Supplied } from '../../nodes/shared/parameters/Supplied';
import { readTime } from '../../nodes/shared/parameters/time';

const from = { displayName: 'From', name: 'from', type: 'dateTime', default: '' } as const;
const read = (value: unknown) => readTime(new Supplied(value, from, 'America/New_York'));

it.each<[unknown, string]>([
	['2026-11-25T09:30:00+01:00', '2026-11-25T08:30:00.000Z'],
	['2026-11-25T08:30:00Z', '2026-11-25T08:30:00.000Z'],
	['2026-11-25T09:30:00', '2026-11-25T14:30:00.000Z'],
	['2026-11-25 09:30', '2026-11-25T14:30:00.000Z'],
	['2026-11-25', '2026-11-25T05:00:00.000Z'],
	[1_795_595_400, '2026-11-25T08:30:00.000Z'],
	['1795595400', '2026-11-25T08:30:00.000Z'],
	[1_795_595_400_000, '2026-11-25T08:30:00.000Z'],
	['Wed, 25 Nov 2026 09:30:00 +0100', '2026-11-25T08:30:00.000Z'],
	['Wed, 25 Nov 2026 08:30:00 GMT', '2026-11-25T08:30:00.000Z'],
	[new Date('2026-11-25T08:30:00Z'), '2026-11-25T08:30:00.000Z'],
	[String(new Date('2026-11-25T08:30:00Z')), '2026-11-25T08:30:00.000Z'],
])('%j is a time, as docs/values.md has it', (value, iso) => {
	expect(new Date(read(value)!).toISOString()).toBe(iso);
});

it.each(['2026-02-30', '7', 7, 'last 7', 'yesterday', ' ', null, undefined, true, {}])(
	'%j is none',
	(value) => {
		expect(() => read(value)).toThrow('“From”');
	},
);
