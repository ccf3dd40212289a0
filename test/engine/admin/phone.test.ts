import type { INodeParameters } from 'n8n-workflow';

import { inAnyOrder } from '../../support/inAnyOrder';
import { locator } from '../../support/locator';
import { useTenant, type RunOptions } from '../../support/useTenant';

const duo = useTenant();

const run = (operation: string, parameters: INodeParameters, more: RunOptions = {}) =>
	duo.admin('phone', operation, parameters, more);
const calls = () => duo.tenant.requests.map(({ method, path, params }) => [method, path, params]);
const writes = () =>
	duo.tenant.requests.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
const containing = (text: string): unknown => expect.stringContaining(text);
const some = (fields: object): unknown => expect.objectContaining(fields);
const stored = () => [...duo.tenant.account.phones.values()];

describe('create', () => {
	it('sends every field and returns the new phones', async () => {
		const { json, error } = await run(
			'create',
			{
				number: '={{ $json.number }}',
				defaultCountry: 'US',
				additionalFields: {
					name: 'desk',
					platform: 'apple ios',
					type: 'mobile',
					predelay: 2,
					postdelay: '={{ 3 }}',
				},
			},
			{ items: [{ number: '(555) 555-0101 ext. 12' }, { number: '+49 30 123456' }] },
		);

		expect(error).toBeUndefined();
		const details = { name: 'desk', platform: 'apple ios', type: 'mobile', predelay: '2', postdelay: '3' };
		expect(calls()).toEqual(
			inAnyOrder([
				['POST', '/admin/v1/phones', { number: '+15555550101', extension: '12', ...details }],
				['POST', '/admin/v1/phones', { number: '+4930123456', ...details }],
			]),
		);
		expect(json).toEqual([
			some({ number: '+15555550101', extension: '12', platform: 'Apple iOS', users: [] }),
			some({ number: '+4930123456', extension: '', name: 'desk' }),
		]);
		expect(stored().map(({ phone_id }) => phone_id)).toEqual(
			inAnyOrder(json.map(({ phone_id }) => phone_id)),
		);
	});

	it('makes a tablet of a phone without a number, and lets the field override a written extension', async () => {
		await run('create', { number: '', additionalFields: { name: 'tablet', platform: 'apple ios' } });
		await run('create', { number: '+1 555 555 0101 ext. 12', additionalFields: { extension: '34' } });

		expect(stored()).toEqual([
			some({ name: 'tablet', number: '' }),
			some({ number: '+15555550101', extension: '34' }),
		]);
	});

	it.each([
		['555 555 0101', 'choose a default country'],
		['+1 555', 'with + and country code'],
		['+1 555 555 0101 or 0102', 'with + and country code'],
	])('refuses %j before Duo is asked', async (number, hint) => {
		const items = [{ number: '+1 555 555 0199' }, { number }];
		const { error } = await run('create', { number: '={{ $json.number }}' }, { items });

		expect(error).toMatchObject({
			message: `“${number}” is not a phone number`,
			description: containing(hint),
			context: { itemIndex: 1 },
		});
		expect(stored()).toHaveLength(1);
	});

	it('tells that the number is taken, in Duo’s words too', async () => {
		duo.tenant.addPhone({ number: '+15555550101' });
		const { error } = await run('create', { number: '+15555550101' });

		expect(error).toMatchObject({
			message: 'Duo already has such an entry',
			description: containing('40003 Duplicate resource'),
			httpCode: '400',
		});
		expect(stored()).toHaveLength(1);
	});
});

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

describe('update', () => {
	it('changes only what was added', async () => {
		const phone = duo.tenant.addPhone({ number: '+15555550101', name: 'old', platform: 'Google Android' });
		const { json } = await run('update', {
			phone: locator('number', '555-555-0101'),
			defaultCountry: 'US',
			updateFields: { number: '(555) 555-0102', name: '' },
		});

		const path = `/admin/v1/phones/${phone.phone_id}`;
		expect(calls().at(-1)).toEqual(['POST', path, { number: '+15555550102', extension: '', name: '' }]);
		expect(json).toEqual([some({ phone_id: phone.phone_id, number: '+15555550102', name: '' })]);
		expect(phone).toMatchObject({ number: '+15555550102', name: '', platform: 'Google Android' });
	});

	it('changes and clears an extension', async () => {
		const phone = duo.tenant.addPhone({ number: '+15555550101', extension: '12' });
		await run('update', { phone: locator('id', phone.phone_id), updateFields: { extension: '007' } });
		expect(phone.extension).toBe('007');
		await run('update', { phone: locator('id', phone.phone_id), updateFields: { extension: '' } });
		expect(phone).toMatchObject({ number: '+15555550101', extension: '' });
	});

	it('asks for at least one field', async () => {
		const phone = duo.tenant.addPhone({ number: '+15555550101' });
		const { error } = await run('update', { phone: locator('id', phone.phone_id) });

		expect(error).toMatchObject({ message: 'There is nothing to update', context: { itemIndex: 0 } });
		expect(calls()).toEqual([]);
	});
});

describe('delete', () => {
	it('takes the phone from everyone and tells from whom', async () => {
		const users = ['ann', 'bob'].map((username) => duo.tenant.addUser({ username }));
		const phone = duo.tenant.addPhone({ number: '+15555550101', users: users.map(({ user_id }) => user_id) });
		const { json } = await run('delete', { phone: locator('number', '+1 555 555 0101') });

		const names = users.map(({ user_id, username }) => ({ user_id, username }));
		expect(json).toEqual([some({ deleted: true, phone_id: phone.phone_id, users: names })]);
		expect(writes()).toEqual([`DELETE /admin/v1/phones/${phone.phone_id}`]);
		expect(stored()).toEqual([]);
		expect(users.flatMap(({ phones }) => phones)).toEqual([]);
	});

	it('fails for an ID that Duo would call deleted', async () => {
		duo.tenant.addPhone();
		const { error } = await run('delete', { phone: locator('id', 'DPXXXXXXXXXXXXXXXXXX') });

		expect(error?.message).toBe('Duo does not find what the request names');
		expect(writes()).toEqual([]);
		expect(stored()).toHaveLength(1);
	});

	it('names both permissions when it may only read', async () => {
		const phone = duo.tenant.addPhone();
		const key = duo.tenant.addKey({ api: 'admin', permissions: ['adminapi_read_resource'] });
		const { error } = await run('delete', { phone: locator('id', phone.phone_id) }, { key });

		expect(error?.description).toContain(
			'grant “Grant read resource (Grant resource: Read)” and “Grant write resource (Grant resource: Write)”.',
		);
		expect(stored()).toEqual([phone]);
	});
});
