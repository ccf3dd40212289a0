/** The shipped workflows for pushes, alerts, reports and any endpoint, called as users call them. */
import { useShipped } from './harness/shipped';

jest.setTimeout(60_000);

const shipped = useShipped('pushesAndReports');

describe('send push and check push status', () => {
	test('goes on at once, looks, and waits for the answer', async () => {
		const { phone } = shipped.person('pushed.person', '+12015550109');
		shipped.stage.tenant.answer(phone.phone_id, { answer: 'approve', afterMs: 4000 });

		const [sent] = await shipped.call('send-push', {
			username: 'pushed.person',
			title: 'Password reset',
			reason: 'Ticket 4711 & more',
		});
		// without wait, it looks once
		const [looked] = await shipped.call('check-push-status', { txid: sent?.txid });
		const [waited] = await shipped.call('check-push-status', { txid: sent?.txid, wait: true });

		expect(sent).toMatchObject({ sent: true, username: 'pushed.person' });
		expect(looked).toMatchObject({ settled: false, approved: false, outcome: 'waiting' });
		expect(waited).toMatchObject({ settled: true, approved: true, outcome: 'approved' });
		const [push] = shipped.stage.tenant.requests.filter(({ path }) => path === '/auth/v2/auth').slice(-1);
		expect(push?.params).toMatchObject({ type: 'Password reset', pushinfo: 'Reason=Ticket+4711+%26+more' });
	});

	test('says why no push was sent', async () => {
		shipped.stage.tenant.addUser({ username: 'not.enrolled' });

		const [item] = await shipped.call('send-push', { username: 'not.enrolled', title: '', reason: '' });

		expect(item).toMatchObject({ sent: false, outcome: 'notEnrolled' });
	});
});

test('verify user: two outputs, and one result for the caller', async () => {
	shipped.person('says.yes', '+12015550110', 'approve');
	shipped.person('says.no', '+12015550111', 'deny');
	shipped.person('is.angry', '+12015550112', 'fraud');

	const inputs = ['says.yes', 'says.no', 'is.angry'].map((username) => ({
		username,
		title: 'Password reset',
		reason: 'test',
	}));
	const items = await shipped.call('verify-user', ...inputs);

	expect(
		items.map(({ username, approved, outcome, message }) => [username, approved, outcome, message]),
	).toEqual([
		['says.yes', true, 'approved', 'says.yes has approved.'],
		['says.no', false, 'denied', 'says.no has not proven who they are: denied.'],
		['is.angry', false, 'fraud', 'is.angry has not proven who they are: fraud.'],
	]);
});

test('verify user: works when nobody takes one of the outputs', async () => {
	shipped.person('also.no', '+12015550113', 'deny');

	const items = await shipped.call('verify-user', {
		username: 'also.no',
		title: 'Password reset',
		reason: 'test',
	});

	expect(items).toMatchObject([{ username: 'also.no', approved: false, outcome: 'denied' }]);
});

test('report users of all child accounts: who has the status, and which account could not be read', async () => {
	const [office, shop, closed] = ['Office', 'Shop', 'Closed'].map((name) =>
		shipped.stage.tenant.addChild(name),
	);
	for (const child of [office!, shop!]) {
		child.addUser({ username: 'lets.go', status: 'bypass' });
		child.addUser({ username: 'is.asked', status: 'active' });
	}
	shipped.stage.tenant.faults.add({
		kind: 'serverError',
		path: '/admin/v1/users',
		account: closed!.accountId,
		times: 3,
	});

	const items = await shipped.call('report-child-account-users', { status: 'bypass' });

	expect(items.map(({ account_id, line }) => [account_id, line])).toEqual([
		[office!.accountId, 'Office: lets.go, bypass'],
		[shop!.accountId, 'Shop: lets.go, bypass'],
		[closed!.accountId, 'Closed: could not be read: Duo reports a fault of its own'],
	]);
});

test('tell security alerts: a test in the editor shows the newest, with a message', async () => {
	const { logs } = shipped.stage.tenant;
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

	const { nodes, error } = await shipped.stage.run(
		shipped.read('tell-security-alerts'),
		'When Duo tells something',
	);

	expect(error).toBeUndefined();
	const items = nodes['Write message']?.[0]?.outputs[0] ?? [];
	expect(items.map(({ message }) => message).sort()).toEqual([
		`administratorCreated at ${new Date(Math.floor((at - 60_000) / 1000) * 1000).toISOString()}: Olga, Oscar`,
		`fraud at ${new Date(at).toISOString()}: zoe, VPN`,
	]);
});

test('call any endpoint: reads and writes what no Duo node offers', async () => {
	const { host } = shipped.stage.tenant;
	const path = '/admin/v1/groups';

	const [made] = await shipped.call('call-any-duo-endpoint', {
		host,
		method: 'POST',
		path,
		body: { name: 'Grüße & mehr' },
	});
	const [listed] = await shipped.call('call-any-duo-endpoint', {
		host,
		method: 'GET',
		path,
		query: { limit: 1, offset: 0 },
	});

	expect(made).toMatchObject({ stat: 'OK', response: { name: 'Grüße & mehr' } });
	expect(listed).toMatchObject({ stat: 'OK', response: [{ name: 'Grüße & mehr' }] });
	expect([...shipped.stage.tenant.account.groups.values()].map(({ name }) => name)).toEqual(['Grüße & mehr']);
});

test('no workflow was left out, and every request was signed', () => {
	shipped.expectAllCalled();
});
