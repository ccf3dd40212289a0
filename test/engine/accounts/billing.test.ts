/** Edition and telephony credits of child accounts. */
import type { INodeParameters } from 'n8n-workflow';

import { inAnyOrder } from '../../support/inAnyOrder';
import { locator } from '../../support/locator';
import { useTenant } from '../../support/useTenant';
import type { Account } from '../../tenant';

const duo = useTenant();
const edition = duo.accounts.bind(null, 'edition');
const credits = duo.accounts.bind(null, 'telephonyCredits');
const named = (value: string, mode = 'name'): INodeParameters => ({
	childAccount: locator(mode, value),
});
const labels = ({ accountId, name }: Account) => ({ account_id: accountId, accountName: name });

/** What child accounts were asked, and where. */
const asked = () =>
	duo.tenant.requests
		.filter(({ path }) => path.startsWith('/admin/'))
		.map(({ method, host, path, params }) => ({ method, host, path, params }));
const listed = () => duo.tenant.requests.filter(({ path }) => path === '/accounts/v1/account/list').length;

describe('edition: get', () => {
	it('asks each child account at its own host', async () => {
		const [one, two] = duo.tenant.addChildren(2) as [Account, Account];
		two.edition = 'BEYOND';

		const { json, error } = await edition('get', named('={{ $json.customer }}'), {
			items: [{ customer: one.name }, { customer: two.name }],
		});

		expect(error).toBeUndefined();
		expect(json).toEqual([
			{ ...labels(one), edition: 'ENTERPRISE' },
			{ ...labels(two), edition: 'BEYOND' },
		]);
		expect(asked()).toEqual(
			inAnyOrder(
				[one, two].map(({ accountId, apiHostname }) => ({
					method: 'GET',
					host: apiHostname,
					path: '/admin/v1/billing/edition',
					params: { account_id: accountId },
				})),
			),
		);
		expect(listed()).toBe(1);
	});

	it('names the account that does not exist', async () => {
		const { error } = await edition('get', named('Branch ofice'));

		expect(error?.message).toBe('No child account in Duo has the name “Branch ofice”');
		expect(asked()).toEqual([]);
	});
});

describe('edition: set', () => {
	it('sets the edition and tells the one before', async () => {
		const child = duo.tenant.addChild('Branch office');
		const { accountId: account_id, apiHostname: host } = child;

		const { json, error } = await edition('set', { ...named(account_id, 'id'), edition: 'PLATFORM' });

		expect(error).toBeUndefined();
		expect(json).toEqual([
			{ ...labels(child), edition: 'PLATFORM', previousEdition: 'ENTERPRISE', changed: true },
		]);
		expect(child.edition).toBe('PLATFORM');
		const path = '/admin/v1/billing/edition';
		expect(asked()).toEqual([
			{ method: 'GET', host, path, params: { account_id } },
			{ method: 'POST', host, path, params: { account_id, edition: 'PLATFORM' } },
		]);
	});

	it('with an edition that does not exist changes nothing', async () => {
		const child = duo.tenant.addChild('Branch office');

		const { error } = await edition('set', { ...named('Branch office'), edition: '={{ "Premier" }}' });

		expect(error?.message).toBe('“Edition” cannot be “Premier”');
		expect(child.edition).toBe('ENTERPRISE');
	});
});

describe('telephonyCredits: get', () => {
	it('tells what the child account has left', async () => {
		const child = duo.tenant.addChild('Branch office');
		child.telephonyCredits = 12;

		const { json } = await credits('get', named('Branch office'));

		expect(json).toEqual([{ ...labels(child), credits: 12 }]);
		expect(asked()).toEqual([
			{
				method: 'GET',
				host: child.apiHostname,
				path: '/admin/v1/billing/telephony_credits',
				params: { account_id: child.accountId },
			},
		]);
	});
});

describe('telephonyCredits: set', () => {
	it('sets the total, at the cost of the parent account', async () => {
		const child = duo.tenant.addChild('Branch office');
		child.telephonyCredits = 20;

		const { json, error } = await credits('set', { ...named('Branch office'), credits: 50 });

		expect(error).toBeUndefined();
		expect(json).toEqual([{ ...labels(child), credits: 50, previousCredits: 20, changed: true }]);
		expect([child.telephonyCredits, duo.tenant.account.telephonyCredits]).toEqual([50, 70]);
		expect(asked()[1]).toEqual({
			method: 'POST',
			host: child.apiHostname,
			path: '/admin/v1/billing/telephony_credits',
			params: { account_id: child.accountId, credits: '50' },
		});
	});

	it('moves nothing when the parent account has too few, or the total is no number', async () => {
		const child = duo.tenant.addChild('Branch office');
		const set = async (total: unknown) =>
			(await credits('set', { ...named('Branch office'), credits: total as number })).error?.message;

		expect(await set(201)).toBe('Duo does not accept the value of “Credits”');
		expect(await set('={{ "many" }}')).toBe('“Credits” must be a whole number of at least 0');
		expect([child.telephonyCredits, duo.tenant.account.telephonyCredits]).toEqual([100, 100]);
	});
});

it.each([
	['edition', 'get', {}],
	['edition', 'set', { edition: 'BEYOND' }],
	['telephonyCredits', 'get', {}],
	['telephonyCredits', 'set', { credits: 5 }],
] as const)('%s: %s says who can allow it when Duo does not', async (resource, operation, values) => {
	duo.tenant.addChild('Branch office');
	duo.tenant.account.billingEnabled = false;

	const { error } = await duo.accounts(resource, operation, { ...named('Branch office'), ...values });

	expect(error?.message).toBe(
		'Duo does not let this parent account see or change the billing of “Branch office”',
	);
	expect(error?.description).toContain('Duo’s support enables billing');
});
