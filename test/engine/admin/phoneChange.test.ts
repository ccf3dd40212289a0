/** Phones are created, updated and deleted. */
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
