/** Duo Auth → Enroll: new users, and what became of their activation. */
import type { INodeParameters } from 'n8n-workflow';

import { inAnyOrder } from '../../support/inAnyOrder';
import { useTenant, type RunOptions } from '../../support/useTenant';

const duo = useTenant();

const run = (operation: string, parameters: INodeParameters, more: RunOptions = {}) =>
	duo.auth('enrollment', operation, parameters, more);
const calls = () => duo.tenant.requests.map(({ method, path, params }) => [method, path, params]);
const users = () => [...duo.tenant.account.users.values()].map(({ username }) => username);
const some = (fields: object): unknown => expect.objectContaining(fields);
const endOf = (userId: string) => {
	const activation = [...duo.tenant.account.activations.values()].find(({ user_id }) => user_id === userId);
	return new Date(activation!.expiration * 1000).toISOString();
};
const aLink: unknown = expect.stringContaining('https://');

describe('enroll', () => {
	it('makes users and returns what activates their phones', async () => {
		const items = [{ login: 'ann' }, { login: 'bob' }];
		const { json, error } = await run(
			'enroll',
			{ username: '={{ $json.login }}', validSecs: 600 },
			{ items },
		);

		expect(error).toBeUndefined();
		expect(calls()).toEqual(
			inAnyOrder([
				['POST', '/auth/v2/enroll', { username: 'ann', valid_secs: '600' }],
				['POST', '/auth/v2/enroll', { username: 'bob', valid_secs: '600' }],
			]),
		);
		const users = [...duo.tenant.account.users.values()].toSorted((a, b) =>
			a.username.localeCompare(b.username),
		);
		expect(json).toEqual(
			users.map(({ user_id, username }) =>
				some({
					user_id,
					username,
					activation_url: aLink,
					activation_barcode: aLink,
					activation_code: expect.stringMatching(/^duo:\/\//) as unknown,
					expiration: endOf(user_id),
				}),
			),
		);
		expect(users.map(({ username, phones }) => [username, phones.length])).toEqual([
			['ann', 1],
			['bob', 1],
		]);
	});

	it('refuses a name that is taken, at the cost of one item', async () => {
		duo.tenant.addUser({ username: 'ann' });
		const items = [{ login: 'ann' }, { login: 'bob' }];
		const { json } = await run(
			'enroll',
			{ username: '={{ $json.login }}' },
			{ items, onError: 'continueRegularOutput' },
		);

		expect(json).toEqual([{ error: 'Duo already has a user “ann”' }, some({ username: 'bob' })]);
		const { error } = await run('enroll', { username: 'ann' });
		expect(error?.description).toContain('makes new users only');
		expect(error?.description).toContain('40002 Invalid request parameters (username already exists)');
		expect(users()).toEqual(['ann', 'bob']);
	});

	it('refuses an empty name before Duo makes one up', async () => {
		const { error } = await run('enroll', { username: '={{ $json.login }}' });

		expect(error).toMatchObject({ message: '“Username” is empty', context: { itemIndex: 0 } });
		expect(calls()).toEqual([]);
	});

	it('never enrolls twice when the answer is lost', async () => {
		duo.tenant.faults.add({ kind: 'cutAfter', path: '/auth/v2/enroll' });
		const { error } = await run('enroll', { username: 'ann' });

		expect(error?.description).toContain('look before you send it again');
		expect(calls()).toHaveLength(1);
		expect(users()).toEqual(['ann']);
	});
});

describe('getEnrollStatus', () => {
	it('tells whether the phone was activated', async () => {
		const [enrolled] = (await run('enroll', { username: 'ann' })).json;
		const { user_id, activation_code } = enrolled!;
		const status = () =>
			run(
				'getEnrollStatus',
				{ userId: '={{ $json.user_id }}', activationCode: '={{ $json.activation_code }}' },
				{ items: [enrolled!] },
			);

		expect((await status()).json).toEqual([{ user_id, enrolled: false, status: 'waiting' }]);
		expect(calls().at(-1)).toEqual(['POST', '/auth/v2/enroll_status', { user_id, activation_code }]);
		for (const phone of duo.tenant.account.phones.values()) phone.activated = true;
		expect((await status()).json).toEqual([{ user_id, enrolled: true, status: 'success' }]);
	});

	it('tells of a code that is not the user’s', async () => {
		const { user_id } = duo.tenant.addUser({ username: 'ann' });
		const { json } = await run('getEnrollStatus', { userId: user_id, activationCode: 'duo://ANOTHER' });

		expect(json).toEqual([{ user_id, enrolled: false, status: 'invalid' }]);
	});

	it('names the field that an item lacks', async () => {
		const parameters = { userId: 'DUXXXXXXXXXXXXXXXXXX', activationCode: '={{ $json.none }}' };
		const { error } = await run('getEnrollStatus', parameters);

		expect(error).toMatchObject({ message: '“Activation Code” is empty', context: { itemIndex: 0 } });
		expect(calls()).toEqual([]);
	});
});
