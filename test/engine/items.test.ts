/** The one item loop: pairing, errors of single items, stopping, cancelling. */
import { runNode, type NodeRun } from '../support/engine';
import { locator } from '../support/locator';
import { useTenant } from '../support/useTenant';

const duo = useTenant();

const createUsers = (names: Array<string | undefined>): NodeRun => ({
	type: 'duoAdmin',
	parameters: { resource: 'user', operation: 'create', username: '={{ $json.login }}', additionalFields: {} },
	items: names.map((login, index) => ({ login, index })),
});

const usernames = () => [...duo.tenant.account.users.values()].map(({ username }) => username);

describe('1,000 items of which every third is bad', () => {
	const names = Array.from({ length: 1000 }, (_, index) => (index % 3 === 2 ? undefined : `user${index}`));
	const good = names.filter((name) => name !== undefined);

	test.each([
		['continueRegularOutput', 1],
		['continueErrorOutput', 2],
	] as const)(
		'with %s all good ones are done once, and each bad one has a message',
		async (onError, outputs) => {
			const result = await runNode(duo.tenant, { ...createUsers(names), onError });

			expect(usernames().sort()).toEqual(good.toSorted());
			expect(duo.tenant.requests).toHaveLength(good.length);
			expect(result.outputs).toHaveLength(outputs);

			const bad = result.outputs.at(-1)!.filter(({ json }) => 'error' in json);
			expect(bad).toHaveLength(333);
			for (const { json } of bad) expect(json.error).toBe('“Username” is empty');
			const done = result.outputs[0]!.filter(({ json }) => 'user_id' in json);
			expect(done.map(({ json }) => json.username)).toEqual(good);
			expect(done.map(({ pairedItem }) => names[(pairedItem as { item: number }).item])).toEqual(good);
		},
		60_000,
	);

	// n8n puts the input's fields beside the message if the pairing is an object like this one.
	test('the item on the error output is paired with its input', async () => {
		const result = await runNode(duo.tenant, {
			...createUsers(['a', undefined]),
			onError: 'continueErrorOutput',
		});
		expect(result.outputs[1]).toMatchObject([
			{ json: { error: '“Username” is empty' }, pairedItem: { item: 1 } },
		]);
	});
});

test('without “continue” the first bad item stops the run, is named, and nothing after it is begun', async () => {
	const { error } = await runNode(duo.tenant, createUsers(['a', undefined, 'b']));
	expect(error).toMatchObject({
		message: '“Username” is empty',
		description: expect.stringContaining('Its expression gives undefined') as unknown,
		context: { itemIndex: 1 },
	});
	expect(usernames()).toEqual(['a']);
});

test.each([
	[['a', 'b'], 'is a list of 2 values'],
	[{ name: 'a' }, 'is an object, not a text'],
])('where a text belongs, %j is refused', async (login, fault) => {
	const run = createUsers(['x']);
	run.items = [{ login }];
	const { error } = await runNode(duo.tenant, run);
	expect(error?.message).toBe(`“Username” ${fault}`);
	expect(duo.tenant.requests).toEqual([]);
});

test('an operation that does not exist says so', async () => {
	const { error } = await duo.admin('user', 'explode');
	expect(error?.message).toBe('There is no operation “explode” for “user”');
});

test('cancelling ends a wait at once, and no further request is sent', async () => {
	const phone = duo.tenant.addPhone({ number: '+15555550101', activated: true, capabilities: ['push'] });
	duo.tenant.addUser({ username: 'zoe', phones: [phone.phone_id] });
	duo.tenant.answer(phone.phone_id, { answer: 'none', afterMs: 0 });
	const cancel = new AbortController();
	const startedAt = Date.now();
	setTimeout(() => {
		cancel.abort();
	}, 1500);

	await duo.admin('user', 'verifyByPush', { user: locator('username', 'zoe') }, { cancel: cancel.signal });
	expect(Date.now() - startedAt).toBeLessThan(3000);
	const sent = duo.tenant.requests.length;
	await new Promise((resolve) => setTimeout(resolve, 3000));
	expect(duo.tenant.requests).toHaveLength(sent);
});
