/** When a request is sent again, and after how long. */
import { path } from '../../nodes/shared/duo/path';
import { isIdempotent, waitAfterFault, waitAfterRefusal } from '../../nodes/shared/duo/retry';
import { ConnectionError } from '../../nodes/shared/errors/ConnectionError';
import { DuoApiError } from '../../nodes/shared/errors/DuoApiError';

const refusal = (status: number) =>
	new DuoApiError('GET', '/', status, { code: status * 100 + 1, message: '' });
const lost = new ConnectionError('lost', '', 'GET', '/', true);
const seconds = (wait: number | undefined) => wait && Math.floor(wait / 1000);

test('after a 429: 1, 2, 4, then 5 seconds and up to one more, for over a minute', () => {
	const waits = Array.from({ length: 16 }, (_, index) => waitAfterRefusal(index + 1));
	expect(waits.map(seconds)).toEqual([1, 2, 4, ...Array<number>(12).fill(5), undefined]);
});

test('the first wait is most of what it took the last time', () => {
	expect(waitAfterRefusal(1, undefined, 60_000)).toBe(45_000);
	expect(seconds(waitAfterRefusal(2, undefined, 60_000))).toBe(2);
});

test('the waits after a 429 differ, so that clients do not come back together', () => {
	const waits = Array.from({ length: 20 }, () => waitAfterRefusal(1));
	expect(new Set(waits).size).toBeGreaterThan(10);
});

test('Retry-After replaces the wait', () => {
	expect(waitAfterRefusal(1, 7)).toBe(7000);
	expect(waitAfterRefusal(16, 7)).toBeUndefined();
});

test.each([refusal(500), refusal(502), lost])(
	'after a fault only GET and DELETE are repeated, twice',
	(fault) => {
		expect([1, 2, 3].map((tries) => seconds(waitAfterFault(fault, isIdempotent('GET'), tries)))).toEqual([
			1,
			3,
			undefined,
		]);
		expect(waitAfterFault(fault, isIdempotent('DELETE'), 1)).toBeGreaterThanOrEqual(1000);
		expect(waitAfterFault(fault, isIdempotent('POST'), 1)).toBeUndefined();
		expect(waitAfterFault(fault, isIdempotent('PUT'), 1)).toBeUndefined();
	},
);

test.each([
	refusal(400),
	refusal(401),
	refusal(403),
	refusal(404),
	new ConnectionError('x', '', 'GET', '/', false),
	new Error('x'),
])('other faults are never repeated', (fault) => {
	expect(waitAfterFault(fault, isIdempotent('GET'), 1)).toBeUndefined();
});

describe('paths', () => {
	test('encode their values', () => {
		expect(path`/admin/v1/users/${'a/b?c#d%é'}/phones`).toBe('/admin/v1/users/a%2Fb%3Fc%23d%25%C3%A9/phones');
	});

	test.each(['', '.', '..'])('refuse “%s”, which would lead elsewhere', (value) => {
		expect(() => path`/admin/v1/users/${value}`).toThrow('is not an ID');
	});
});
