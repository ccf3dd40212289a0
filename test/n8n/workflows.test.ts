/** Every shipped workflow, called by another workflow as users call it: what it returns, and what Duo then holds. */
import type { PhoneAnswer } from '../tenant';

import { Stage } from './harness/Stage';
import { readShipped, shippedWorkflows } from './harness/workflows';

jest.setTimeout(60_000);

let stage: Stage;
const called = new Set<string>();

beforeAll(async () => {
	stage = await Stage.open();
});

afterAll(async () => {
	await stage.close();
});

const call = async (name: string, ...inputs: Parameters<Stage['call']>[1]) => {
	called.add(name);
	return await stage.call(readShipped(name), inputs);
};

/** A person with an activated phone. */
function person(username: string, number: string, answer: PhoneAnswer['answer'] = 'approve') {
	const user = stage.tenant.addUser({ username, email: `${username}@example.com` });
	const phone = stage.tenant.addPhone({ number, users: [user.user_id], answer: { answer, afterMs: 300 } });
	return { user, phone };
}

describe('enroll user', () => {
	test('creates the user and has Duo send the e-mail', async () => {
		const [item] = await call('enroll-user', { username: 'new.person', email: 'new@example.com' });

		const user = stage.tenant.account.findUser('new.person');
		expect(user).toMatchObject({ email: 'new@example.com' });
		expect(item).toMatchObject({ created: true, invited: true, user_id: user?.user_id });
		expect(stage.tenant.account.sentEmails).toMatchObject([{ to: 'new@example.com' }]);
	});

	test('leaves a user alone who exists', async () => {
		const { user } = person('known.person', '+12015550100');
		const mails = stage.tenant.account.sentEmails.length;

		const [item] = await call('enroll-user', { username: 'known.person', email: 'known@example.com' });

		expect(item).toMatchObject({ created: false, invited: false, user_id: user.user_id });
		expect(stage.tenant.account.sentEmails).toHaveLength(mails);
	});
});

describe('associate phone', () => {
	test('makes the phone and attaches it, once', async () => {
		const user = stage.tenant.addUser({ username: 'phone.less' });
		const input = { username: 'phone.less', number: '+1 (201) 555-0101' };

		const [first] = await call('associate-phone', input);
		const [again] = await call('associate-phone', input);

		expect(first).toMatchObject({ created: true, alreadyAssociated: false, number: '+12015550101' });
		expect(again).toMatchObject({ created: false, alreadyAssociated: true, phone_id: first?.phone_id });
		expect(user.phones).toEqual([first?.phone_id]);
	});

	test('stops and names the owner when the phone is somebody else’s', async () => {
		const { user, phone } = person('first.owner', '+12015550102');
		const other = stage.tenant.addUser({ username: 'second.owner' });

		const attempt = call('associate-phone', { username: 'second.owner', number: '+12015550102' });

		await expect(attempt).rejects.toThrow(/belongs to first\.owner/);
		expect(user.phones).toEqual([phone.phone_id]);
		expect(other.phones).toEqual([]);
	});
});

describe('remove phone of user', () => {
	test('detaches the phone, and deletes it on request', async () => {
		const kept = person('loses.one', '+12015550103');
		const deleted = person('loses.other', '+12015550104');

		const items = await call(
			'remove-phone-of-user',
			{ username: 'loses.one', number: '+12015550103', deleteUnused: false },
			{ username: 'loses.other', number: '+12015550104', deleteUnused: true },
		);

		expect(items).toMatchObject([
			{ removed: true, deleted: false, phone_id: kept.phone.phone_id },
			{ removed: true, deleted: true, phone_id: deleted.phone.phone_id },
		]);
		expect([kept.user.phones, deleted.user.phones]).toEqual([[], []]);
		expect(stage.tenant.account.phones.has(kept.phone.phone_id)).toBe(true);
		expect(stage.tenant.account.phones.has(deleted.phone.phone_id)).toBe(false);
	});

	test('keeps the phone when the caller does not say', async () => {
		const { phone } = person('says.nothing', '+12015550114');

		const items = await call('remove-phone-of-user', { username: 'says.nothing', number: '+12015550114' });

		expect(items).toMatchObject([{ removed: true, deleted: false }]);
		expect(stage.tenant.account.phones.has(phone.phone_id)).toBe(true);
	});

	test('stops when the user does not have the phone', async () => {
		const { user } = person('has.another', '+12015550105');
		person('has.it', '+12015550106');

		const attempt = call('remove-phone-of-user', {
			username: 'has.another',
			number: '+12015550106',
			deleteUnused: true,
		});

		await expect(attempt).rejects.toThrow(/not attached to has\.another/);
		expect(user.phones).toHaveLength(1);
	});
});

test('retrieve user ID: by username, e-mail, alias and ID at once', async () => {
	const { user } = person('wanted.person', '+12015550107');
	user.aliases.alias1 = 'wp';
	const seen = stage.tenant.requests.length;

	const items = await call(
		'retrieve-user-id',
		{ user: 'wanted.person' },
		{ user: 'wanted.person@example.com' },
		{ user: 'wp' },
		{ user: user.user_id },
		{ user: 'nobody' },
	);

	expect(items.map(({ matchedBy, user_id }) => [matchedBy, user_id])).toEqual([
		['username', user.user_id],
		['email', user.user_id],
		['alias', user.user_id],
		['id', user.user_id],
		[null, undefined],
	]);
	expect(stage.tenant.requests.length - seen).toBeLessThan(items.length + 3);
});

test('find duplicate phone: the same number, written in two ways', async () => {
	const { user, phone } = person('has.two', '+12015550108');
	const other = stage.tenant.addPhone({ number: '(201) 555-0108', activated: false });

	const [twice, once] = await call(
		'find-duplicate-phone',
		{ number: '+12015550108' },
		{ number: '+12015550199' },
	);

	expect(twice).toMatchObject({
		found: true,
		duplicate: true,
		orphan: true,
		keep: phone.phone_id,
		owners: [user.username],
	});
	expect((twice?.phones as { phone_id: string }[]).map(({ phone_id }) => phone_id).sort()).toEqual(
		[phone.phone_id, other.phone_id].sort(),
	);
	expect(once).toMatchObject({ found: false, duplicate: false });
});

describe('send push and check push status', () => {
	test('goes on at once, looks, and waits for the answer', async () => {
		const { phone } = person('pushed.person', '+12015550109');
		stage.tenant.answer(phone.phone_id, { answer: 'approve', afterMs: 4000 });

		const [sent] = await call('send-push', {
			username: 'pushed.person',
			title: 'Password reset',
			reason: 'Ticket 4711 & more',
		});
		// without wait, it looks once
		const [looked] = await call('check-push-status', { txid: sent?.txid });
		const [waited] = await call('check-push-status', { txid: sent?.txid, wait: true });

		expect(sent).toMatchObject({ sent: true, username: 'pushed.person' });
		expect(looked).toMatchObject({ settled: false, approved: false, outcome: 'waiting' });
		expect(waited).toMatchObject({ settled: true, approved: true, outcome: 'approved' });
		const [push] = stage.tenant.requests.filter(({ path }) => path === '/auth/v2/auth').slice(-1);
		expect(push?.params).toMatchObject({ type: 'Password reset', pushinfo: 'Reason=Ticket+4711+%26+more' });
	});

	test('says why no push was sent', async () => {
		stage.tenant.addUser({ username: 'not.enrolled' });

		const [item] = await call('send-push', { username: 'not.enrolled', title: '', reason: '' });

		expect(item).toMatchObject({ sent: false, outcome: 'notEnrolled' });
	});
});

test('verify user: two outputs, and one result for the caller', async () => {
	person('says.yes', '+12015550110', 'approve');
	person('says.no', '+12015550111', 'deny');
	person('is.angry', '+12015550112', 'fraud');

	const inputs = ['says.yes', 'says.no', 'is.angry'].map((username) => ({
		username,
		title: 'Password reset',
		reason: 'test',
	}));
	const items = await call('verify-user', ...inputs);

	expect(
		items.map(({ username, approved, outcome, message }) => [username, approved, outcome, message]),
	).toEqual([
		['says.yes', true, 'approved', 'says.yes has approved.'],
		['says.no', false, 'denied', 'says.no has not proven who they are: denied.'],
		['is.angry', false, 'fraud', 'is.angry has not proven who they are: fraud.'],
	]);
});

test('verify user: works when nobody takes one of the outputs', async () => {
	person('also.no', '+12015550113', 'deny');

	const items = await call('verify-user', { username: 'also.no', title: 'Password reset', reason: 'test' });

	expect(items).toMatchObject([{ username: 'also.no', approved: false, outcome: 'denied' }]);
});

test('report users of all child accounts: who has the status, and which account could not be read', async () => {
	const [office, shop, closed] = ['Office', 'Shop', 'Closed'].map((name) => stage.tenant.addChild(name));
	for (const child of [office!, shop!]) {
		child.addUser({ username: 'lets.go', status: 'bypass' });
		child.addUser({ username: 'is.asked', status: 'active' });
	}
	stage.tenant.faults.add({
		kind: 'serverError',
		path: '/admin/v1/users',
		account: closed!.accountId,
		times: 3,
	});

	const items = await call('report-child-account-users', { status: 'bypass' });

	expect(items.map(({ account_id, line }) => [account_id, line])).toEqual([
		[office!.accountId, 'Office: lets.go, bypass'],
		[shop!.accountId, 'Shop: lets.go, bypass'],
		[closed!.accountId, 'Closed: could not be read: Duo reports a fault of its own'],
	]);
});

test('tell security alerts: a test in the editor shows the newest, with a message', async () => {
	const { logs } = stage.tenant;
	const at = Date.now() - 300_000;
	logs.add('authentication', { result: 'success', factor: 'duo_push' }, { at, visibleAt: at });
	const row = {
		result: 'fraud',
		factor: 'duo_push',
		user: { name: 'zoe' },
		application: { name: 'VPN' },
	} as const;
	logs.add('authentication', row, { at, visibleAt: at });
	const admin = { action: 'admin_create', username: 'Olga', object: 'Oscar' };
	logs.add('administrator', admin, { at: at - 60_000 });
	called.add('tell-security-alerts');

	const { nodes, error } = await stage.run(readShipped('tell-security-alerts'), 'When Duo tells something');

	expect(error).toBeUndefined();
	const items = nodes['Write message']?.[0]?.outputs[0] ?? [];
	expect(items.map(({ message }) => message).sort()).toEqual([
		`administratorCreated at ${new Date(Math.floor((at - 60_000) / 1000) * 1000).toISOString()}: Olga, Oscar`,
		`fraud at ${new Date(at).toISOString()}: zoe, VPN`,
	]);
});

test('call any endpoint: reads and writes what no Duo node offers', async () => {
	const { host } = stage.tenant;
	const path = '/admin/v1/groups';

	const [made] = await call('call-any-duo-endpoint', {
		host,
		method: 'POST',
		path,
		body: { name: 'Grüße & mehr' },
	});
	const [listed] = await call('call-any-duo-endpoint', {
		host,
		method: 'GET',
		path,
		query: { limit: 1, offset: 0 },
	});

	expect(made).toMatchObject({ stat: 'OK', response: { name: 'Grüße & mehr' } });
	expect(listed).toMatchObject({ stat: 'OK', response: [{ name: 'Grüße & mehr' }] });
	expect([...stage.tenant.account.groups.values()].map(({ name }) => name)).toEqual(['Grüße & mehr']);
});

test('no shipped workflow was left out, and every request was signed', () => {
	expect([...called].sort()).toEqual(shippedWorkflows);
	expect(new Set(stage.tenant.requests.map(({ signature }) => signature))).toEqual(new Set(['v5']));
});
