/** The account's numbers. */
import { useTenant } from '../../support/useTenant';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const duo = useTenant();
const { sent } = duo;
const account = duo.admin.bind(null, 'account');
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();

describe('getSummary', () => {
	it('counts what the account has', async () => {
		duo.tenant.addUser({ username: 'zoe' });

		const { json, error } = await account('getSummary');

		expect(error).toBeUndefined();
		expect(json).toEqual([
			{ admin_count: 0, integration_count: 3, telephony_credits_remaining: 100, user_count: 1 },
		]);
		expect(sent()).toEqual([{ method: 'GET', path: '/admin/v1/info/summary', params: {} }]);
	});
});

describe.each([
	['getTelephonyCreditsUsed', 'telephony_credits_used', { telephony_credits_used: 3 }],
	['getAuthenticationAttempts', 'authentication_attempts', { ERROR: 0, FAILURE: 1, FRAUD: 0, SUCCESS: 2 }],
	[
		'getUserAuthenticationAttempts',
		'user_authentication_attempts',
		{ ERROR: 0, FAILURE: 1, FRAUD: 0, SUCCESS: 1 },
	],
])('%s', (operation, path, counted) => {
	beforeEach(() => {
		const user = { key: 'DUEXAMPLEUSER0000001', name: 'zoe', groups: [] };
		const at = Date.now() - HOUR;
		for (const result of ['success', 'success', 'denied']) {
			duo.tenant.logs.add('authentication', { result, user }, { at });
			duo.tenant.logs.add('telephony', { credits: 1 }, { at });
		}
		duo.tenant.logs.add('authentication', { result: 'fraud', user }, { at: at - 3 * DAY });
		duo.tenant.logs.add('telephony', { credits: 100 }, { at: at - 3 * DAY });
	});

	it('counts what happened in a range of time, in seconds for Duo', async () => {
		const [from, to] = [ago(DAY), ago(1000)];

		const { json, error } = await account(operation, { from, to });

		expect(error).toBeUndefined();
		expect(json).toEqual([counted]);
		const seconds = (time: string) => String(Math.floor(Date.parse(time) / 1000));
		expect(sent()).toEqual([
			{
				method: 'GET',
				path: `/admin/v1/info/${path}`,
				params: { mintime: seconds(from), maxtime: seconds(to) },
			},
		]);
	});

	it('counts thirty days up to now when nothing is said', async () => {
		await account(operation);

		const { params } = sent()[0]!;
		const now = Date.now() / 1000;
		expect(Math.abs(Number(params.maxtime) - now)).toBeLessThan(60);
		expect(Math.abs(Number(params.mintime) - (now - 30 * 86_400))).toBeLessThan(2 * 3600);
	});

	it.each([
		[{ from: 'yesterday' }, '“From” is not a date and time: “yesterday”'],
		[{ from: ago(HOUR), to: ago(DAY) }, '“From” must be earlier than “To”'],
	])('stops at %j', async (range, message) => {
		const { error } = await account(operation, range);

		expect(error).toMatchObject({ message, context: { itemIndex: 0 } });
		expect(sent()).toEqual([]);
	});

	it('needs the permission that it declares', async () => {
		await duo.expectPermissions('account', operation, () => ({}));
	});
});

test('getSummary needs the permission that it declares', async () => {
	await duo.expectPermissions('account', 'getSummary', () => ({}));
});
