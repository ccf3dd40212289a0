/** User → Enroll by e-mail: Duo sends the invitation. */
import type { INodeParameters } from 'n8n-workflow';

import { useTenant, type RunOptions } from '../../support/useTenant';

const duo = useTenant();

const enroll = async (parameters: INodeParameters, run: RunOptions = {}) =>
	await duo.admin('user', 'enroll', { username: 'zoe', email: 'zoe@example.test', ...parameters }, run);
const posts = () =>
	duo.tenant.requests.filter(({ method }) => method === 'POST').map(({ path, params }) => ({ path, params }));
const users = () => [...duo.tenant.account.users.values()];
const mails = () => duo.tenant.account.sentEmails;

describe('enroll by e-mail', () => {
	it('has Duo create each user and send the mail', async () => {
		const { json, error } = await enroll(
			{
				username: '={{ $json.login }}',
				email: '={{ $json.login + "@example.test" }}',
				options: { validSecs: 3600 },
			},
			{ items: [{ login: 'zoe' }, { login: 'ben' }] },
		);

		expect(error).toBeUndefined();
		expect(json).toEqual(
			users().map(({ user_id, username, email }, index) => ({
				created: true,
				invited: true,
				user_id,
				username,
				email,
				enrollmentCode: mails()[index]!.code,
			})),
		);
		expect(mails().map(({ to }) => to)).toEqual(['zoe@example.test', 'ben@example.test']);
		expect(posts()).toEqual(
			['zoe', 'ben'].map((username) => ({
				path: '/admin/v1/users/enroll',
				params: { username, email: `${username}@example.test`, valid_secs: '3600' },
			})),
		);
	});

	it('stops when the user exists, as told by default, and changes nothing', async () => {
		const { user_id } = duo.tenant.addUser({ username: 'quist', aliases: { alias1: 'zoe' } });

		const { error, json } = await enroll({});

		expect(json).toEqual([]);
		expect(error).toMatchObject({ message: 'zoe is already in Duo', context: { itemIndex: 0 } });
		expect(error?.description).toContain(`Nothing was changed; the user’s ID is ${user_id}.`);
		expect(posts()).toEqual([]);
		expect(mails()).toEqual([]);
	});

	it('goes on without a mail when the user exists and Continue was chosen', async () => {
		const { user_id } = duo.tenant.addUser({ username: 'zoe', email: 'z@example.test' });

		const { json } = await enroll({ ifExists: 'continue' });

		expect(json).toEqual([
			expect.objectContaining({
				created: false,
				invited: false,
				user_id,
				username: 'zoe',
				email: 'z@example.test',
			}),
		]);
		expect(posts()).toEqual([]);
		expect(mails()).toEqual([]);
	});

	it('sends another mail when the user exists and Invite Again was chosen', async () => {
		const { user_id } = duo.tenant.addUser({ username: 'zoe' });

		const { json } = await enroll({ ifExists: 'inviteAgain' });

		expect(json).toMatchObject([
			{ created: false, invited: true, user_id, enrollmentCode: mails()[0]!.code },
		]);
		expect(mails()).toHaveLength(1);
		expect(users()).toHaveLength(1);
	});

	it('notices that an earlier item of the same run created the user', async () => {
		const items = [{ login: 'zoe' }, { login: 'ZOE' }];

		const { json } = await enroll(
			{ username: '={{ $json.login }}' },
			{ items, onError: 'continueRegularOutput' },
		);

		expect(json).toEqual([
			expect.objectContaining({ created: true, username: 'zoe' }),
			{ error: 'ZOE is already in Duo' },
		]);
		expect(posts()).toHaveLength(1);
	});

	it('never enrolls twice when the connection breaks, even if a later item names the user again', async () => {
		duo.tenant.faults.add({ kind: 'cutAfter', method: 'POST' });

		const { outputs } = await enroll({}, { items: [{}, {}], onError: 'continueRegularOutput' });

		const [lost, again] = outputs[0]!;
		expect(lost!.error?.message).toMatch(/broke before the answer came$/);
		expect(lost!.error?.description).toContain('Duo may have carried out the request all the same');
		expect(again!.json).toEqual({ error: 'zoe is already in Duo' });
		expect([posts().length, mails().length]).toEqual([1, 1]);
	});

	it('never enrolls twice when Duo reports a fault of its own', async () => {
		duo.tenant.faults.add({ kind: 'serverError', method: 'POST' });

		const { error } = await enroll({});

		expect(error?.message).toBe('Duo reports a fault of its own');
		expect(posts()).toHaveLength(1);
	});

	it('says that the mail is out when the user cannot be looked up afterwards', async () => {
		duo.tenant.faults.add({ kind: 'notJson', method: 'GET', path: '/admin/v1/users', after: 1 });

		const { error } = await enroll({});

		expect(error?.message).toBe(
			'Duo has sent zoe the invitation, but the user could not be looked up afterwards',
		);
		expect(error?.description).toContain('Look at it in Duo before you run this again');
		expect([posts().length, mails().length]).toEqual([1, 1]);
	});

	it('refuses an item without an address, and a user who has a device already', async () => {
		const { user_id } = duo.tenant.addUser({ username: 'zoe' });
		duo.tenant.addPhone({ users: [user_id] });

		const noAddress = await enroll({ email: '={{ $json.mail }}' });
		const hasDevice = await enroll({ ifExists: 'inviteAgain' });

		expect(noAddress.error?.message).toBe('“Email” is empty');
		expect(hasDevice.error?.message).toBe('Duo does not accept the value of “Username”');
		expect(mails()).toEqual([]);
	});
});
