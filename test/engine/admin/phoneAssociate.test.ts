/** Phone → Associate: creates a phone for a user, or takes one that exists. */
import { setTimeout as sleep } from 'node:timers/promises';

import type { INodeParameters } from 'n8n-workflow';

import { locator } from '../../support/locator';
import { useTenant, type RunOptions } from '../../support/useTenant';
import type { User } from '../../tenant';

const NUMBER = '+15555550101';

let ann: User;
let bob: User;
const duo = useTenant();
beforeEach(() => {
	ann = duo.tenant.addUser({ username: 'ann' });
	bob = duo.tenant.addUser({ username: 'bob' });
});

const byNumber = (value: string) => locator('number', value);
const associate = (parameters: INodeParameters, more: RunOptions = {}) =>
	duo.admin(
		'phone',
		'associate',
		{ user: locator('username', 'ann'), phone: byNumber(NUMBER), ...parameters },
		more,
	);
const writes = () =>
	duo.tenant.requests
		.filter(({ method }) => method !== 'GET')
		.map(({ method, path, params }) => [method, path, params]);
const attachTo = (user: User) => `/admin/v1/users/${user.user_id}/phones`;
const numbers = () => [...duo.tenant.account.phones.values()].map(({ number }) => number);
const containing = (text: string): unknown => expect.stringContaining(text);
const some = (fields: object): unknown => expect.objectContaining(fields);

describe('associate creates', () => {
	it('the phone when Duo has none, with the details for a new one', async () => {
		const { json, error } = await associate({ newPhone: { name: 'mine', platform: 'apple ios' } });

		expect(error).toBeUndefined();
		const { phone_id } = [...duo.tenant.account.phones.values()][0]!;
		expect(writes()).toEqual([
			['POST', '/admin/v1/phones', { number: NUMBER, name: 'mine', type: 'mobile', platform: 'apple ios' }],
			['POST', attachTo(ann), { phone_id }],
		]);
		expect(json).toEqual([
			{
				associated: true,
				user_id: ann.user_id,
				username: 'ann',
				phone_id,
				number: NUMBER,
				extension: '',
				name: 'mine',
				type: 'Mobile',
				platform: 'Apple iOS',
				created: true,
				alreadyAssociated: false,
				sharedWith: [],
				movedFrom: [],
			},
		]);
		expect(ann.phones).toEqual([phone_id]);
	});

	it('once for the same number in two items of one run', async () => {
		const { json } = await associate(
			{
				user: locator('username', '={{ $json.user }}'),
				phone: byNumber('={{ $json.number }}'),
				defaultCountry: 'US',
				ifOwned: 'share',
			},
			{
				items: [
					{ user: 'ann', number: '5555550101' },
					{ user: 'bob', number: '+1 555-555-0101' },
					{ user: 'ann', number: NUMBER },
				],
			},
		);

		expect(numbers()).toEqual([NUMBER]);
		expect(
			json.map(({ username, created, alreadyAssociated }) => [username, created, alreadyAssociated]),
		).toEqual([
			['ann', true, false],
			['bob', false, false],
			['ann', false, true],
		]);
		expect(ann.phones).toEqual(bob.phones);
	});

	it.each([
		['', ' ext. 12'],
		['12', ''],
	])(
		'another phone when Duo has the number with extension %j and the wanted one is %j',
		async (extension, written) => {
			const other = duo.tenant.addPhone({ number: NUMBER, extension, users: [bob.user_id] });
			const { json } = await associate({ phone: byNumber(NUMBER + written) });

			expect(json).toEqual([
				some({ created: true, number: NUMBER, extension: written.replace(' ext. ', '') }),
			]);
			expect(ann.phones).not.toContain(other.phone_id);
			expect(bob.phones).toEqual([other.phone_id]);
		},
	);

	it('nothing that stays when attaching fails, and keeps Duo’s words', async () => {
		duo.tenant.faults.add({ kind: 'serverError', method: 'POST', path: attachTo(ann) });
		const { error } = await associate({});

		expect(error).toMatchObject({
			message: 'Duo could not add the entry',
			description: containing('50001 Unknown internal server error'),
			context: { itemIndex: 0 },
		});
		expect(writes().map(([method]) => method)).toEqual(['POST', 'POST', 'DELETE']);
		expect(numbers()).toEqual([]);
	});

	it('and tells when what it created could not be removed again', async () => {
		duo.tenant.faults.add({ kind: 'serverError', method: 'POST', path: attachTo(ann) });
		duo.tenant.faults.add({ kind: 'rateLimit', method: 'DELETE', times: Infinity, retryAfterSeconds: 0 });
		const { error } = await associate({});

		const { phone_id } = [...duo.tenant.account.phones.values()][0]!;
		expect(error).toMatchObject({
			message: `The phone ${NUMBER} (${phone_id}) was created, but could neither be attached nor removed again`,
			description: containing('50001 Unknown internal server error'),
		});
	});

	it('nothing beyond Duo’s limit of 100 phones, and tells of the limit', async () => {
		for (let index = 0; index < 100; index++) duo.tenant.addPhone({ users: [ann.user_id] });
		const { error } = await associate({});

		expect(error?.description).toContain('at most 100 phones');
		expect(error?.description).toContain('50001');
		expect(duo.tenant.account.phones.size).toBe(100);
		expect(ann.phones).toHaveLength(100);
	});
});

describe('associate reuses', () => {
	it.each([
		['+1 (555) 555-0101', ''],
		['+1-555-555-0101', 'DE'],
		['(555) 555-0101', 'US'],
		['1 555 555 0101', 'US'],
		['555.555.0101', 'CA'],
	])('the phone for %j with default country %j', async (number, defaultCountry) => {
		const phone = duo.tenant.addPhone({ number: NUMBER });
		const { json } = await associate({ phone: byNumber(number), defaultCountry });

		expect(json).toEqual([some({ phone_id: phone.phone_id, created: false, alreadyAssociated: false })]);
		expect(writes()).toEqual([['POST', attachTo(ann), { phone_id: phone.phone_id }]]);
		expect(ann.phones).toEqual([phone.phone_id]);
	});

	it('the phone with the same extension', async () => {
		duo.tenant.addPhone({ number: NUMBER });
		const desk = duo.tenant.addPhone({ number: NUMBER, extension: '12' });
		const { json } = await associate({ phone: byNumber('(555) 555-0101 x12'), defaultCountry: 'US' });

		expect(json).toEqual([some({ phone_id: desk.phone_id, created: false, extension: '12' })]);
	});

	it('a tablet named by ID', async () => {
		const tablet = duo.tenant.addPhone({ name: 'tablet' });
		const { json } = await associate({ phone: locator('id', tablet.phone_id) });

		expect(json).toEqual([some({ phone_id: tablet.phone_id, created: false, name: 'tablet' })]);
		expect(ann.phones).toEqual([tablet.phone_id]);
	});

	it('a phone that somebody else made between the look-up and the creation', async () => {
		duo.tenant.faults.add({ kind: 'slow', method: 'POST', path: '/admin/v1/phones', delayMs: 150 });
		const done = associate({});
		while (!duo.tenant.requests.some(({ method }) => method === 'POST')) await sleep(5);
		const theirs = duo.tenant.addPhone({ number: NUMBER });

		expect((await done).json).toEqual([some({ phone_id: theirs.phone_id, created: false })]);
		expect(ann.phones).toEqual([theirs.phone_id]);
		expect(numbers()).toEqual([NUMBER]);
	});

	it('what the user has already, and changes nothing', async () => {
		const phone = duo.tenant.addPhone({ number: NUMBER, users: [ann.user_id, bob.user_id] });
		for (const named of [byNumber(NUMBER), locator('id', phone.phone_id)]) {
			for (const ifOwned of ['stop', 'share', 'move']) {
				const { json } = await associate({ phone: named, ifOwned });
				expect(json).toEqual([
					some({
						associated: false,
						reason: 'ann already has the phone +15555550101',
						created: false,
						alreadyAssociated: true,
						sharedWith: ['bob'],
						movedFrom: [],
					}),
				]);
			}
		}
		expect(writes()).toEqual([]);
	});
});
