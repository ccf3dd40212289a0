/** Phones are read, one or many. */
import type { INodeParameters } from 'n8n-workflow';

import { locator } from '../../support/locator';
import { useTenant, type RunOptions } from '../../support/useTenant';

const duo = useTenant();

const run = (operation: string, parameters: INodeParameters, more: RunOptions = {}) =>
	duo.admin('phone', operation, parameters, more);
const calls = () => duo.tenant.requests.map(({ method, path, params }) => [method, path, params]);
const containing = (text: string): unknown => expect.stringContaining(text);
const some = (fields: object): unknown => expect.objectContaining(fields);

describe('get', () => {
	it('finds by ID, from the list and by number in any spelling, and simplifies', async () => {
		const ann = duo.tenant.addUser({ username: 'ann' });
		const phone = duo.tenant.addPhone({
			number: '+15555550101',
			extension: '12',
			users: [ann.user_id],
			last_seen: '2026-01-05T08:00:00',
		});
		duo.tenant.addPhone({ number: '+15555550101' });
		const wanted = {
			phone_id: phone.phone_id,
			extension: '12',
			last_seen: '2026-01-05T08:00:00.000Z',
			users: [{ user_id: ann.user_id, username: 'ann' }],
		};

		for (const named of [
			locator('id', phone.phone_id),
			locator('list', phone.phone_id),
			locator('number', '(555) 555-0101 ext. 12'),
			locator('number', '+1-555-555-0101 x12'),
		]) {
			const { json } = await run('get', { phone: named, defaultCountry: 'US' });
			expect(json).toEqual([some(wanted)]);
			expect(json[0]).not.toHaveProperty('predelay');
		}
		expect(calls().at(-1)).toEqual([
			'GET',
			'/admin/v1/phones',
			{ number: '+15555550101', extension: '12', limit: '100', offset: '0' },
		]);
		const { json } = await run('get', { phone: locator('id', phone.phone_id), simplify: false });
		expect(json).toEqual([
			some({
				predelay: '0',
				last_seen: '2026-01-05T08:00:00',
				users: [some({ username: 'ann', status: 'active' })],
			}),
		]);
	});

	it('costs one item when a number is unknown', async () => {
		duo.tenant.addPhone({ number: '+15555550101' });
		const { json, outputs } = await run(
			'get',
			{ phone: locator('number', '={{ $json.number }}') },
			{ items: [{ number: '+15555550102' }, { number: '+15555550101' }], onError: 'continueRegularOutput' },
		);

		expect(json).toEqual([
			{ error: 'No phone in Duo has the number +15555550102' },
			some({ number: '+15555550101' }),
		]);
		expect(outputs[0]!.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	it('finds a mix-up of IDs before Duo is asked, and names an ID that is gone', async () => {
		const { error } = await run('get', { phone: locator('id', 'DUXXXXXXXXXXXXXXXXXX') });
		expect(error?.message).toBe('“DUXXXXXXXXXXXXXXXXXX” is not a phone ID');
		expect(calls()).toEqual([]);

		const gone = await run('get', { phone: locator('id', 'DPXXXXXXXXXXXXXXXXXX') });
		expect(gone.error).toMatchObject({
			message: 'Duo does not find what the request names',
			description: containing('/admin/v1/phones/DPXXXXXXXXXXXXXXXXXX'),
		});
	});

	it('refuses to choose among phones with the same number', async () => {
		const phones = [1, 2].map(() => duo.tenant.addPhone({ number: '+15555550101' }));
		const { error } = await run('get', { phone: locator('number', '+15555550101') });

		expect(error?.message).toBe('2 phones in Duo have the number +15555550101');
		for (const { phone_id } of phones) expect(error?.description).toContain(phone_id);
	});
});

describe('getMany', () => {
	it('gives up to the limit, or all pages', async () => {
		for (let index = 0; index < 501; index++) duo.tenant.addPhone({ number: `+1555555${1000 + index}` });

		const few = await run('getMany', { limit: 3 });
		expect(few.json.map(({ number }) => number)).toEqual(['+15555551000', '+15555551001', '+15555551002']);
		expect(calls()).toEqual([['GET', '/admin/v1/phones', { limit: '3', offset: '0' }]]);
		const all = await run('getMany', { returnAll: true });
		expect(all.json).toHaveLength(501);
		expect(new Set(all.json.map(({ phone_id }) => phone_id)).size).toBe(501);
	});

	it('gives the phones of one user', async () => {
		const ann = duo.tenant.addUser({ username: 'ann' });
		const phones = [1, 2, 3].map((digit) =>
			duo.tenant.addPhone({ number: `+1555555010${digit}`, users: [ann.user_id] }),
		);
		duo.tenant.addPhone({ number: '+15555550199' });

		const { json } = await run('getMany', { scope: 'user', user: locator('username', 'ann'), limit: 2 });
		expect(json.map(({ phone_id }) => phone_id)).toEqual(phones.slice(0, 2).map(({ phone_id }) => phone_id));
		const { error } = await run('getMany', { scope: 'user', user: locator('username', 'anna') });
		expect(error?.message).toBe('No user in Duo has the username or alias “anna”');
	});

	it('names the permission that is missing', async () => {
		const key = duo.tenant.addKey({ api: 'admin', permissions: ['adminapi_write_resource'] });
		const { error } = await run('getMany', {}, { key });

		expect(error).toMatchObject({
			message: 'Duo does not allow this application to do that',
			description: containing('grant “Grant read resource (Grant resource: Read)”.'),
			httpCode: '403',
		});
		expect(error?.description).toContain('40301 Access forbidden');
	});
});
