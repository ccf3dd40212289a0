/**
 * The shipped workflows for users and phones, called as users call them: what they return, what Duo then
 * holds.
 */
import { useShipped } from './harness/shipped';

jest.setTimeout(60_000);

const shipped = useShipped('usersAndPhones');

describe('enroll user', () => {
	test('creates the user and has Duo send the e-mail', async () => {
		const [item] = await shipped.call('enroll-user', { username: 'new.person', email: 'new@example.com' });

		const user = shipped.stage.tenant.account.findUser('new.person');
		expect(user).toMatchObject({ email: 'new@example.com' });
		expect(item).toMatchObject({ created: true, invited: true, user_id: user?.user_id });
		expect(shipped.stage.tenant.account.sentEmails).toMatchObject([{ to: 'new@example.com' }]);
	});

	test('leaves a user alone who exists', async () => {
		const { user } = shipped.person('known.person', '+12015550100');
		const mails = shipped.stage.tenant.account.sentEmails.length;

		const [item] = await shipped.call('enroll-user', {
			username: 'known.person',
			email: 'known@example.com',
		});

		expect(item).toMatchObject({ created: false, invited: false, user_id: user.user_id });
		expect(shipped.stage.tenant.account.sentEmails).toHaveLength(mails);
	});
});

describe('associate phone', () => {
	test('makes the phone and attaches it, once', async () => {
		const user = shipped.stage.tenant.addUser({ username: 'phone.less' });
		const input = { username: 'phone.less', number: '+1 (201) 555-0101' };

		const [first] = await shipped.call('associate-phone', input);
		const [again] = await shipped.call('associate-phone', input);

		expect(first).toMatchObject({ created: true, alreadyAssociated: false, number: '+12015550101' });
		expect(again).toMatchObject({ created: false, alreadyAssociated: true, phone_id: first?.phone_id });
		expect(user.phones).toEqual([first?.phone_id]);
	});

	test('stops and names the owner when the phone is somebody else’s', async () => {
		const { user, phone } = shipped.person('first.owner', '+12015550102');
		const other = shipped.stage.tenant.addUser({ username: 'second.owner' });

		const attempt = shipped.call('associate-phone', { username: 'second.owner', number: '+12015550102' });

		await expect(attempt).rejects.toThrow(/belongs to first\.owner/);
		expect(user.phones).toEqual([phone.phone_id]);
		expect(other.phones).toEqual([]);
	});
});

describe('remove phone of user', () => {
	test('detaches the phone, and deletes it on request', async () => {
		const kept = shipped.person('loses.one', '+12015550103');
		const deleted = shipped.person('loses.other', '+12015550104');

		const items = await shipped.call(
			'remove-phone-of-user',
			{ username: 'loses.one', number: '+12015550103', deleteUnused: false },
			{ username: 'loses.other', number: '+12015550104', deleteUnused: true },
		);

		expect(items).toMatchObject([
			{ removed: true, deleted: false, phone_id: kept.phone.phone_id },
			{ removed: true, deleted: true, phone_id: deleted.phone.phone_id },
		]);
		expect([kept.user.phones, deleted.user.phones]).toEqual([[], []]);
		expect(shipped.stage.tenant.account.phones.has(kept.phone.phone_id)).toBe(true);
		expect(shipped.stage.tenant.account.phones.has(deleted.phone.phone_id)).toBe(false);
	});

	test('keeps the phone when the caller does not say', async () => {
		const { phone } = shipped.person('says.nothing', '+12015550114');

		const items = await shipped.call('remove-phone-of-user', {
			username: 'says.nothing',
			number: '+12015550114',
		});

		expect(items).toMatchObject([{ removed: true, deleted: false }]);
		expect(shipped.stage.tenant.account.phones.has(phone.phone_id)).toBe(true);
	});

	test('stops when the user does not have the phone', async () => {
		const { user } = shipped.person('has.another', '+12015550105');
		shipped.person('has.it', '+12015550106');

		const attempt = shipped.call('remove-phone-of-user', {
			username: 'has.another',
			number: '+12015550106',
			deleteUnused: true,
		});

		await expect(attempt).rejects.toThrow(/not attached to has\.another/);
		expect(user.phones).toHaveLength(1);
	});
});

test('retrieve user ID: by username, e-mail, alias and ID at once', async () => {
	const { user } = shipped.person('wanted.person', '+12015550107');
	user.aliases.alias1 = 'wp';
	const seen = shipped.stage.tenant.requests.length;

	const items = await shipped.call(
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
	expect(shipped.stage.tenant.requests.length - seen).toBeLessThan(items.length + 3);
});

test('find duplicate phone: the same number, written in two ways', async () => {
	const { user, phone } = shipped.person('has.two', '+12015550108');
	const other = shipped.stage.tenant.addPhone({ number: '(201) 555-0108', activated: false });

	const [twice, once] = await shipped.call(
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

test('no workflow was left out, and every request was signed', () => {
	shipped.expectAllCalled();
});
