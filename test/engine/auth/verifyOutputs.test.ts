/** Verify User: what the user and Duo are told, the two outputs, and mistakes. */
import type { INodeParameters } from 'n8n-workflow';

import { locator } from '../../support/locator';
import { useTenant, type RunOptions } from '../../support/useTenant';
import type { NewPhone, NewUser, PhoneAnswer } from '../../tenant';

const duo = useTenant({ pushTimeoutMs: 2000, rememberedDevices: true });

const username = (value: string) => locator('username', value);
const verify = (parameters: INodeParameters = {}, more: RunOptions = {}) =>
	duo.auth('authentication', 'verify', { user: username('ann'), ...parameters }, more);
const addPerson = (answer: PhoneAnswer['answer'], user: Partial<NewUser> = {}, phone: NewPhone = {}) => {
	const { phone_id } = duo.tenant.addPhone({
		number: '+15555550101',
		answer: { answer, afterMs: 50 },
		...phone,
	});
	return { ...duo.tenant.addUser({ username: 'ann', ...user, phones: [phone_id] }), phone_id };
};
const asked = (name: string) => duo.tenant.requests.filter(({ path }) => path === `/auth/v2/${name}`);
const params = (name: string) => asked(name).map((request) => request.params);
const some = (fields: object): unknown => expect.objectContaining(fields);

describe('verify tells Duo and the user', () => {
	it('where and why', async () => {
		addPerson('approve');
		await verify(
			{
				options: {
					displayUsername: 'Ann Example',
					type: 'Password reset',
					hostname: 'vpn.example.test',
					ipaddr: '203.0.113.7',
					pushinfo: {
						pair: [
							{ name: 'ticket', value: '={{ $json.ticket }}' },
							{ name: 'a & b', value: 'é=1' },
						],
					},
				},
			},
			{ items: [{ ticket: 4711 }] },
		);

		const context = { username: 'ann', hostname: 'vpn.example.test', ipaddr: '203.0.113.7' };
		expect(params('preauth')).toEqual([context]);
		expect(params('auth')).toEqual([
			{
				...context,
				factor: 'push',
				device: 'auto',
				async: '1',
				display_username: 'Ann Example',
				type: 'Password reset',
				pushinfo: 'ticket=4711&a+%26+b=%C3%A9%3D1',
			},
		]);
	});
});

describe('verify with two outputs', () => {
	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'lets nothing but approvals through: %s',
		async (onError) => {
			addPerson('approve');
			addPerson('deny', { username: 'bob' });
			addPerson('approve', { username: 'cy', status: 'bypass' });
			const items = ['bob', '', 'ann', 'cy'].map((who) => ({ who }));
			const { outputs } = await verify(
				{ user: username('={{ $json.who }}'), separateOutputs: true },
				{ items, onError },
			);

			const failed = [{ json: { error: '“User” is empty' }, item: 1 }];
			const seen = outputs.map((output) =>
				output.map(({ json, pairedItem }) => ({ json, item: (pairedItem as { item: number }).item })),
			);
			expect(seen[0]).toEqual([{ json: some({ username: 'ann', approved: true }), item: 2 }]);
			const others = [
				{ json: some({ username: 'bob', outcome: 'denied' }), item: 0 },
				{ json: some({ username: 'cy', outcome: 'bypassed' }), item: 3 },
			];
			if (onError === 'continueRegularOutput') expect(seen[1]).toEqual([others[0], ...failed, others[1]]);
			else expect(seen.slice(1)).toEqual([others, failed]);
		},
	);
});

describe('verify finds mistakes before Duo is asked', () => {
	it.each([
		['an empty user', { user: username('={{ $json.none }}') }, '“User” is empty'],
		[
			'a passcode without its zeros',
			{ factor: 'passcode', passcode: '={{ 1234 }}' },
			'“Passcode” is a number, which has no leading zeros',
		],
		[
			'a time beyond ten minutes',
			{ timeout: 601 },
			'“Wait At Most (Seconds)” must be a whole number from 1 to 600',
		],
		[
			'a pair without a name',
			{ options: { pushinfo: { pair: [{ name: '', value: 'x' }] } } },
			'“Push Info” has a pair without a name',
		],
	])('%s', async (_, parameters, message) => {
		const { error } = await verify(parameters);

		expect(error).toMatchObject({ message, context: { itemIndex: 0 } });
		expect(duo.tenant.requests).toEqual([]);
	});

	it('keys of another API, in clear words', async () => {
		const { error } = await verify({}, { key: duo.tenant.keys.admin });

		expect(error).toMatchObject({
			message: 'These keys belong to another kind of Duo application',
			description: expect.stringContaining('an application of the type Auth API') as unknown,
			httpCode: '403',
		});
	});
});
