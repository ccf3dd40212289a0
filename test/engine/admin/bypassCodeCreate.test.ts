/** Bypass codes are created, and the ones before them are kept or replaced. */
import type { INodeParameters } from 'n8n-workflow';

import { inAnyOrder } from '../../support/inAnyOrder';
import { locator } from '../../support/locator';
import { useTenant, type RunOptions } from '../../support/useTenant';

const duo = useTenant();

const bypassCode = async (operation: string, parameters: INodeParameters, run: RunOptions = {}) =>
	await duo.admin('bypassCode', operation, parameters, run);
const zoe: INodeParameters = { user: locator('username', 'zoe') };
const { writes } = duo;
const stored = () => [...duo.tenant.account.bypassCodes.values()];
const codes = () => stored().map(({ code }) => code);

describe('create', () => {
	it('makes one code for an hour that works once, and keeps earlier codes, when nothing else is said', async () => {
		const { user_id } = duo.tenant.addUser({ username: 'zoe' });
		duo.tenant.addBypassCode({ user: user_id, code: '000111222' });

		const { json, error } = await bypassCode('create', zoe);

		expect(error).toBeUndefined();
		expect(json).toEqual([{ user_id, username: 'zoe', bypassCodes: [codes()[1]] }]);
		expect(writes()).toEqual([
			{
				method: 'POST',
				path: `/admin/v1/users/${user_id}/bypass_codes`,
				params: { count: '1', valid_secs: '3600', reuse_count: '1', preserve_existing: 'true' },
			},
		]);
		expect(codes()[0]).toBe('000111222');
		expect(stored()[1]).toMatchObject({ user_id, reuse_count: 1 });
		expect(stored()[1]!.expiration! - stored()[1]!.created).toBe(3600);
	});

	it('makes codes for the user, count and validity of each item', async () => {
		const ids = ['zoe', 'ben'].map((username) => duo.tenant.addUser({ username }).user_id);

		const { json, outputs } = await bypassCode(
			'create',
			{
				user: locator('username', '={{ $json.who }}'),
				count: '={{ $json.count }}',
				validSecs: 0,
				reuseCount: 0,
			},
			{
				items: [
					{ who: 'zoe', count: 10 },
					{ who: 'ben', count: '2' },
				],
			},
		);

		expect(json.map(({ user_id, bypassCodes }) => [user_id, (bypassCodes as string[]).length])).toEqual([
			[ids[0], 10],
			[ids[1], 2],
		]);
		expect(outputs[0]!.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(json.flatMap(({ bypassCodes }) => bypassCodes)).toEqual(inAnyOrder(codes()));
		expect(stored().every(({ expiration, reuse_count }) => expiration === null && reuse_count === null)).toBe(
			true,
		);
	});

	it('keeps the leading zeros of codes that Duo makes', async () => {
		duo.tenant.addUser({ username: 'zoe' });
		jest.spyOn(duo.tenant.account.ids, 'digits').mockReturnValueOnce('000000007');

		const { json } = await bypassCode('create', zoe);

		expect(json[0]!.bypassCodes).toEqual(['000000007']);
	});

	it('keeps the leading zeros of codes of your choice', async () => {
		duo.tenant.addUser({ username: 'zoe' });

		const { json } = await bypassCode('create', {
			...zoe,
			kind: 'own',
			codes: '={{ ["012345678", "000000001"].join(", ") }}',
		});

		expect(json[0]!.bypassCodes).toEqual(['012345678', '000000001']);
		expect(codes()).toEqual(['012345678', '000000001']);
		expect(writes()[0]!.params).toEqual({
			codes: '012345678,000000001',
			valid_secs: '3600',
			reuse_count: '1',
			preserve_existing: 'true',
		});
	});

	it('refuses a code that an expression has made a number, and never shows what it refuses', async () => {
		duo.tenant.addUser({ username: 'zoe' });
		const own = { ...zoe, kind: 'own', codes: '={{ $json.code }}' };
		const items = [12345678, '0123-4567', [12345678, '1'], ''].map((code) => ({ code }));

		const { json } = await bypassCode('create', own, { items, onError: 'continueRegularOutput' });

		expect(json.map(({ error }) => error)).toEqual([
			'“Own Codes” is a number, which has no leading zeros',
			'“Own Codes” has 1 that are not made of digits only',
			'“Own Codes” is a number, which has no leading zeros',
			'“Own Codes” is empty',
		]);
		expect(duo.tenant.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
	});

	it('replaces earlier codes only when told to', async () => {
		const { user_id } = duo.tenant.addUser({ username: 'zoe' });
		duo.tenant.addBypassCode({ user: user_id, code: '000111222' });
		const other = duo.tenant.addUser({ username: 'ben' }).user_id;
		duo.tenant.addBypassCode({ user: other, code: '333444555' });

		const { json } = await bypassCode('create', { ...zoe, preserveExisting: false });

		expect(writes()[0]!.params.preserve_existing).toBe('false');
		expect(codes()).toEqual(['333444555', ...(json[0]!.bypassCodes as string[])]);
	});

	it.each([0, 11, 1.5])('refuses a count of %p before it asks Duo', async (count) => {
		duo.tenant.addUser({ username: 'zoe' });

		const { error } = await bypassCode('create', { ...zoe, count });

		expect(error).toMatchObject({
			message: '“Count” must be a whole number from 1 to 10',
			context: { itemIndex: 0 },
		});
		expect(duo.tenant.requests).toEqual([]);
	});

	it('explains Duo’s limit of 100 codes, and never sends twice', async () => {
		const { user_id } = duo.tenant.addUser({ username: 'zoe' });
		for (let count = 0; count < 95; count++) duo.tenant.addBypassCode({ user: user_id });

		const { error } = await bypassCode('create', { ...zoe, count: 6 });

		expect(error?.message).toBe('Duo could not add the entry');
		expect(error?.description).toContain('at most 100 phones, tokens, groups or bypass codes per user');
		expect([writes().length, stored().length]).toEqual([1, 95]);
	});

	it('makes codes once only when the connection breaks', async () => {
		duo.tenant.addUser({ username: 'zoe' });
		duo.tenant.faults.add({ kind: 'cutAfter', method: 'POST' });

		const { error } = await bypassCode('create', zoe);

		expect(error?.description).toContain('Duo may have carried out the request all the same');
		expect([writes().length, stored().length]).toEqual([1, 1]);
		expect(JSON.stringify([error?.message, error?.description])).not.toContain(codes()[0]);
	});

	it('makes none for nobody, and names the missing permission', async () => {
		const nobody = await bypassCode('create', zoe);
		duo.tenant.addUser({ username: 'zoe' });
		const key = duo.tenant.addKey({ api: 'admin', permissions: ['adminapi_read_resource'] });
		const forbidden = await bypassCode('create', zoe, { key });

		expect(nobody.error?.message).toBe('No user in Duo has the username or alias “zoe”');
		expect(forbidden.error?.message).toBe('Duo does not allow this application to do that');
		expect(forbidden.error?.description).toContain('“Grant write resource (Grant resource: Write)”');
		expect(stored()).toEqual([]);
	});
});
