/** Phone → Associate: a phone of somebody else, and mistakes. */
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

describe('associate with a phone of somebody else', () => {
	let phoneId: string;
	beforeEach(() => {
		phoneId = duo.tenant.addPhone({ number: NUMBER, users: [bob.user_id] }).phone_id;
	});

	it('stops, naming the owner', async () => {
		const { error } = await associate({});

		expect(error).toMatchObject({
			message: `The phone ${NUMBER} belongs to bob`,
			description: containing('Nothing was changed.'),
			context: { itemIndex: 0 },
		});
		expect(writes()).toEqual([]);
		expect(ann.phones).toEqual([]);
	});

	it('shares it', async () => {
		const { json } = await associate({ ifOwned: 'share' });

		expect(json).toEqual([some({ sharedWith: ['bob'], movedFrom: [] })]);
		expect([ann.phones, bob.phones]).toEqual([[phoneId], [phoneId]]);
	});

	it('moves it: attached first, then taken away', async () => {
		const { json } = await associate({ ifOwned: 'move' });

		expect(json).toEqual([some({ sharedWith: [], movedFrom: ['bob'] })]);
		expect([ann.phones, bob.phones]).toEqual([[phoneId], []]);
		expect(writes().map(([method, path]) => [method, path])).toEqual([
			['POST', attachTo(ann)],
			['DELETE', `${attachTo(bob)}/${phoneId}`],
		]);
	});

	it('takes it from nobody when it cannot be attached', async () => {
		duo.tenant.faults.add({ kind: 'serverError', method: 'POST', path: attachTo(ann) });
		const { error } = await associate({ ifOwned: 'move' });

		expect(error?.description).toContain('50001');
		expect(bob.phones).toEqual([phoneId]);
		expect(numbers()).toEqual([NUMBER]);
	});
});

describe('associate finds mistakes before it changes anything', () => {
	it.each([
		[
			'an unknown user',
			{ user: locator('username', 'anna') },
			'No user in Duo has the username or alias “anna”',
		],
		['a number without country', { phone: byNumber('555 555 0101') }, '“555 555 0101” is not a phone number'],
		['a missing number', { phone: byNumber('={{ $json.none }}') }, '“Phone” is empty'],
	])('%s', async (_, parameters, message) => {
		const { error } = await associate(parameters);

		expect(error).toMatchObject({ message, context: { itemIndex: 0 } });
		expect(writes()).toEqual([]);
		expect(numbers()).toEqual([]);
	});

	it('a missing permission, by its label', async () => {
		const key = duo.tenant.addKey({ api: 'admin', permissions: ['adminapi_read_resource'] });
		const { error } = await associate({}, { key });

		expect(error?.description).toContain('“Grant write resource (Grant resource: Write)”');
		expect(numbers()).toEqual([]);
	});
});
