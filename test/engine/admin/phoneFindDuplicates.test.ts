/** Phone → Find Duplicates: one number in several phones, however it is spelled. */
import type { INodeParameters } from 'n8n-workflow';

import { useTenant, type RunOptions } from '../../support/useTenant';
import type { NewPhone, User } from '../../tenant';

const NUMBER = '+15555550101';

let ann: User;
let bob: User;
const duo = useTenant();
beforeEach(() => {
	ann = duo.tenant.addUser({ username: 'ann' });
	bob = duo.tenant.addUser({ username: 'bob' });
});

const find = (parameters: INodeParameters = {}, more: RunOptions = {}) =>
	duo.admin('phone', 'findDuplicates', parameters, more);
const lookUp = (number: string, parameters: INodeParameters = {}) =>
	find({ scope: 'number', number, ...parameters });
const some = (fields: object): unknown => expect.objectContaining(fields);

describe('findDuplicates in all phones', () => {
	it('knows a number in every spelling that Duo holds, and tells all about its phones', async () => {
		const phones = [
			duo.tenant.addPhone({
				number: NUMBER,
				name: 'one',
				users: [ann.user_id],
				last_seen: '2026-01-02T03:04:05',
			}),
			duo.tenant.addPhone({ number: '5555550101', users: [bob.user_id], activated: false }),
			duo.tenant.addPhone({ number: '+1 (555) 555-0101' }),
			duo.tenant.addPhone({ number: '1-555-555-0101' }),
		];
		duo.tenant.addPhone({ number: '+15555550102', users: [ann.user_id] });

		const { json, error } = await find();
		expect(error).toBeUndefined();
		expect(json).toEqual([
			{
				number: NUMBER,
				extension: '',
				duplicate: true,
				shared: false,
				orphan: true,
				keep: phones[0]!.phone_id,
				keepBecause: 'has a user, Duo Mobile is activated, last seen 2026-01-02T03:04:05 UTC',
				owners: ['ann', 'bob'],
				phones: phones.map(({ phone_id }) => some({ phone_id })),
			},
		]);
		expect((json[0] as { phones: unknown[] }).phones[0]).toEqual({
			phone_id: phones[0]!.phone_id,
			number: NUMBER,
			extension: '',
			name: 'one',
			type: 'Mobile',
			platform: 'Google Android',
			activated: true,
			last_seen: '2026-01-02T03:04:05.000Z',
			users: [{ user_id: ann.user_id, username: 'ann' }],
		});
	});

	it('takes another extension for another number', async () => {
		duo.tenant.addPhone({ number: NUMBER, users: [ann.user_id] });
		duo.tenant.addPhone({ number: NUMBER, extension: '12', users: [ann.user_id] });
		expect((await find()).json).toEqual([]);

		duo.tenant.addPhone({ number: '555-555-0101', extension: '12', users: [bob.user_id] });
		expect((await find()).json).toEqual([
			some({ number: NUMBER, extension: '12', duplicate: true, owners: ['ann', 'bob'] }),
		]);
	});

	it('finds shared phones and orphans, each tablet by itself, and bears odd numbers', async () => {
		const shared = duo.tenant.addPhone({ number: NUMBER, users: [ann.user_id, bob.user_id] });
		const orphans = [
			duo.tenant.addPhone({ name: 'tablet' }),
			duo.tenant.addPhone({ name: 'another tablet' }),
			duo.tenant.addPhone({ number: 'reception' }),
		];

		const { json } = await find();
		expect(json).toEqual([
			some({
				keep: shared.phone_id,
				shared: true,
				duplicate: false,
				orphan: false,
				owners: ['ann', 'bob'],
				keepBecause: '',
			}),
			...orphans.map(({ phone_id }) =>
				some({ keep: phone_id, number: '', orphan: true, duplicate: false, shared: false, owners: [] }),
			),
		]);
	});

	it.each([
		[['duplicate'], ['+15555550101']],
		[['shared'], ['+15555550102']],
		[['orphan'], ['+15555550103']],
		[
			['orphan', 'shared'],
			['+15555550102', '+15555550103'],
		],
		[[], []],
	])('returns only the kinds %j', async (kinds, numbers) => {
		for (const number of ['+15555550101', '5555550101'])
			duo.tenant.addPhone({ number, users: [ann.user_id] });
		duo.tenant.addPhone({ number: '+15555550102', users: [ann.user_id, bob.user_id] });
		duo.tenant.addPhone({ number: '+15555550103' });

		expect((await find({ kinds })).json.map(({ number }) => number)).toEqual(numbers);
	});

	it('finds nothing where nothing is wrong', async () => {
		duo.tenant.addPhone({ number: NUMBER, users: [ann.user_id] });
		const { json, error, status } = await find();

		expect([json, error, status]).toEqual([[], undefined, 'success']);
	});

	it('reads every page, once for all items', async () => {
		for (let index = 0; index < 501; index++)
			duo.tenant.addPhone({ number: `+1555555${1000 + index}`, users: [ann.user_id] });
		duo.tenant.addPhone({ number: '5555551000', users: [bob.user_id] });
		const { json, outputs } = await find({ kinds: ['duplicate'] }, { items: [{}, {}, {}] });

		expect(json.map(({ number }) => number)).toEqual(Array(3).fill('+15555551000'));
		expect(outputs[0]!.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(duo.tenant.requests.map(({ method, path, params }) => [method, path, params])).toEqual([
			['GET', '/admin/v1/phones', { limit: '500', offset: '0' }],
			['GET', '/admin/v1/phones', { limit: '500', offset: '500' }],
		]);
	});
});

describe('findDuplicates chooses the phone worth keeping', () => {
	type Candidate = Pick<NewPhone, 'activated' | 'last_seen' | 'phone_id'> & { used?: boolean };

	it.each<[string, Candidate, Candidate, string]>([
		[
			'one with a user before an activated one',
			{ activated: false, used: true },
			{ activated: true },
			'has a user',
		],
		[
			'an activated one before one seen later',
			{ activated: true, last_seen: '2026-01-01T00:00:00' },
			{ activated: false, last_seen: '2026-02-01T00:00:00' },
			'no phone of these has a user, Duo Mobile is activated, last seen 2026-01-01T00:00:00 UTC',
		],
		[
			'the one seen last',
			{ last_seen: '2026-02-01T00:00:00', used: true },
			{ last_seen: '2026-01-31T00:00:00', used: true },
			'has a user, Duo Mobile is activated, last seen 2026-02-01T00:00:00 UTC',
		],
		[
			'the same of two equals each time',
			{ phone_id: 'DP1' },
			{ phone_id: 'DP2' },
			'no phone of these has a user, Duo Mobile is activated',
		],
	])('%s', async (_, better, worse, keepBecause) => {
		const add = ({ used, ...fields }: Candidate) =>
			duo.tenant.addPhone({ number: NUMBER, ...fields, users: used ? [ann.user_id] : [] }).phone_id;
		for (const order of [
			[better, worse],
			[worse, better],
		]) {
			duo.tenant.account.phones.clear();
			const ids = order.map(add);
			const keep = ids[order.indexOf(better)];
			expect((await lookUp(NUMBER)).json).toEqual([some({ keep, keepBecause, duplicate: true })]);
		}
	});
});

describe('findDuplicates of one number', () => {
	it('gives one item for every input item, whatever there is', async () => {
		duo.tenant.addPhone({ number: NUMBER, users: [ann.user_id] });
		duo.tenant.addPhone({ number: '5555550101', users: [bob.user_id] });
		duo.tenant.addPhone({ number: '+4930123456', users: [ann.user_id] });
		const items = ['(555) 555-0101', '+49 30 123456', '555 555 0199', '555 555 0101 ext. 3'].map(
			(number) => ({ number }),
		);
		const { json } = await find(
			{ scope: 'number', number: '={{ $json.number }}', defaultCountry: 'US' },
			{ items },
		);

		expect(json).toEqual([
			some({ number: NUMBER, found: true, duplicate: true, owners: ['ann', 'bob'] }),
			some({ number: '+4930123456', found: true, duplicate: false, owners: ['ann'], keepBecause: '' }),
			some({ number: '+15555550199', found: false, duplicate: false, orphan: false, keep: null, phones: [] }),
			some({ number: NUMBER, extension: '3', found: false, keep: null }),
		]);
		expect(duo.tenant.requests).toHaveLength(1);
	});

	it('costs one item when a text is no number', async () => {
		duo.tenant.addPhone({ number: NUMBER });
		const items = [{ number: '12' }, { number: NUMBER }];
		const number = '={{ $json.number }}';
		const { json } = await find({ scope: 'number', number }, { items, onError: 'continueRegularOutput' });

		expect(json).toEqual([{ error: '“12” is not a phone number' }, some({ number: NUMBER, orphan: true })]);
	});

	it('needs no right to write, and names the right to read', async () => {
		const reader = duo.tenant.addKey({ api: 'admin', permissions: ['adminapi_read_resource'] });
		expect((await find({}, { key: reader })).status).toBe('success');

		const nobody = duo.tenant.addKey({ api: 'admin', permissions: [] });
		const { error } = await find({}, { key: nobody });
		expect(error?.description).toContain('grant “Grant read resource (Grant resource: Read)”.');
	});
});
