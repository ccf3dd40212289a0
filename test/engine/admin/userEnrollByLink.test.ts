/** User → Enroll by link: the workflow sends the invitation. */
import type { INodeParameters } from 'n8n-workflow';

import { useTenant, type RunOptions } from '../../support/useTenant';

const duo = useTenant();

const byLink = async (parameters: INodeParameters, run: RunOptions = {}) =>
	await duo.admin(
		'user',
		'enroll',
		{ delivery: 'link', username: 'zoe', email: 'zoe@example.test', ...parameters },
		run,
	);
const posts = () =>
	duo.tenant.requests.filter(({ method }) => method === 'POST').map(({ path, params }) => ({ path, params }));
const users = () => [...duo.tenant.account.users.values()];
const phones = () => [...duo.tenant.account.phones.values()];
const mails = () => duo.tenant.account.sentEmails;

const text: unknown = expect.stringMatching(/./);
const link: unknown = expect.stringMatching(/^https:\/\//);

describe('enroll by link', () => {
	const linkOf = (username: string) => ({
		created: true,
		invited: true,
		user_id: text,
		username,
		email: 'zoe@example.test',
		phone_id: text,
		activation_url: link,
		activation_barcode: link,
		installation_url: link,
	});

	it('makes the user, a phone with the number, and a link that activates it', async () => {
		const { json, error } = await byLink(
			{
				number: '={{ $json.phone }}',
				defaultCountry: 'US',
				platform: 'apple ios',
				options: { realname: 'Zoë Quist', validSecs: 7200 },
			},
			{ items: [{ phone: '(555) 555-0101' }] },
		);

		expect(error).toBeUndefined();
		expect(json).toEqual([{ ...linkOf('zoe'), number: '+15555550101', valid_secs: 7200 }]);
		const [{ user_id, phone_id, activation_url }] = json as [Record<string, string>];
		expect(posts()).toEqual([
			{
				path: '/admin/v1/users',
				params: { username: 'zoe', email: 'zoe@example.test', realname: 'Zoë Quist' },
			},
			{ path: '/admin/v1/phones', params: { number: '+15555550101', type: 'mobile', platform: 'apple ios' } },
			{ path: `/admin/v1/users/${user_id}/phones`, params: { phone_id } },
			{ path: `/admin/v1/phones/${phone_id}/activation_url`, params: { valid_secs: '7200', install: '1' } },
		]);
		expect(users()).toMatchObject([{ username: 'zoe', realname: 'Zoë Quist', phones: [phone_id] }]);
		expect([phones()[0]!.activated, mails()]).toEqual([false, []]);
		await fetch(activation_url!);
		expect(phones()).toMatchObject([{ activated: true, platform: 'Apple iOS' }]);
	});

	it('makes a phone without a number, for one day, when nothing else is said', async () => {
		const { json } = await byLink({});

		expect(json).toEqual([{ ...linkOf('zoe'), number: '', valid_secs: 86_400 }]);
		expect(phones()).toMatchObject([{ number: '', type: 'Mobile', platform: 'Generic Smartphone' }]);
	});

	it('uses the phone that still waits for its activation when it invites again', async () => {
		const first = await byLink({ number: '+15555550101' });
		const again = await byLink({ number: '+1 555 555 0101', ifExists: 'inviteAgain' });
		const another = await byLink({ ifExists: 'inviteAgain' });
		const anotherAgain = await byLink({ ifExists: 'inviteAgain' });

		expect(again.json).toMatchObject([{ created: false, invited: true, phone_id: first.json[0]!.phone_id }]);
		expect(again.json[0]!.activation_url).not.toBe(first.json[0]!.activation_url);
		expect(another.json[0]!.phone_id).not.toBe(first.json[0]!.phone_id);
		expect(anotherAgain.json[0]!.phone_id).toBe(another.json[0]!.phone_id);
		expect(phones().map(({ number }) => number)).toEqual(['+15555550101', '']);
		expect(users()[0]!.phones).toHaveLength(2);
	});

	it('stops and continues as with mails', async () => {
		const { user_id } = duo.tenant.addUser({ username: 'zoe' });

		const stopped = await byLink({});
		const going = await byLink({ ifExists: 'continue' });

		expect(stopped.error?.message).toBe('zoe is already in Duo');
		expect(going.json).toMatchObject([{ created: false, invited: false, user_id, phones: [] }]);
		expect(posts()).toEqual([]);
	});

	it('refuses a number without a country before anything is created', async () => {
		const { error } = await byLink({ number: '555 555 0101' });

		expect(error).toMatchObject({
			message: '“555 555 0101” is not a phone number',
			context: { itemIndex: 0 },
		});
		expect(error?.description).toContain('choose a default country');
		expect(duo.tenant.requests).toEqual([]);
	});

	it('says that the user was created when the link cannot be made, so that nobody enrolls again blindly', async () => {
		duo.tenant.addUser({ username: 'ben' });
		duo.tenant.addPhone({ number: '+15555550101', users: [users()[0]!.user_id] });

		const { error } = await byLink({ number: '+15555550101' });

		expect(error?.message).toBe('zoe was created, but there is no activation link yet');
		expect(error?.description).toContain('The phone +15555550101 belongs to ben');
		expect(users().map(({ username, phones: theirs }) => [username, theirs.length])).toEqual([
			['ben', 1],
			['zoe', 0],
		]);
	});

	it('leaves no phone behind that could not be attached', async () => {
		duo.tenant.faults.add({ kind: 'serverError', method: 'POST', path: /\/users\/[^/]+\/phones$/ });

		const { error } = await byLink({ number: '+15555550101' });

		expect(error?.message).toBe('zoe was created, but there is no activation link yet');
		expect(error?.description).toContain('The reason: 50001 Unknown internal server error.');
		expect(phones()).toEqual([]);
	});

	it('names the missing permission, and creates nobody', async () => {
		const key = duo.tenant.addKey({ api: 'admin', permissions: ['adminapi_read_resource'] });

		const { error } = await byLink({}, { key });

		expect(error?.message).toBe('Duo does not allow this application to do that');
		expect(error?.description).toContain('“Grant write resource (Grant resource: Write)”');
		expect([users(), phones()]).toEqual([[], []]);
	});
});
