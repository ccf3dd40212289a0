/** Phone → Replace: a user gets a new phone in the place of an old one. */
import type { INodeParameters } from 'n8n-workflow';

import { locator } from '../../support/locator';
import { useTenant, type RunOptions } from '../../support/useTenant';
import type { Phone, User } from '../../tenant';

const OLD = '+15555550101';
const NEW = '+15555550102';

let ann: User;
let bob: User;
let old: Phone;
const duo = useTenant();
beforeEach(() => {
	ann = duo.tenant.addUser({ username: 'ann' });
	bob = duo.tenant.addUser({ username: 'bob' });
	old = duo.tenant.addPhone({ number: OLD, users: [ann.user_id] });
});

const replace = (parameters: INodeParameters = {}, more: RunOptions = {}) =>
	duo.admin(
		'phone',
		'replace',
		{ user: locator('username', 'ann'), phone: locator('number', OLD), newNumber: NEW, ...parameters },
		more,
	);
const writes = () =>
	duo.tenant.requests.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
const phoneWith = (number: string) =>
	[...duo.tenant.account.phones.values()].find((phone) => phone.number === number);
const attachment = () => `/admin/v1/users/${ann.user_id}/phones`;
const codes = () => [...duo.tenant.account.activations.keys()];
const containing = (text: string): unknown => expect.stringContaining(text);
const some = (fields: object): unknown => expect.objectContaining(fields);

describe('replace', () => {
	it('brings the new phone into service, then takes the old one away', async () => {
		const { json, error } = await replace(
			{ newNumber: '={{ $json.new }}', defaultCountry: 'US', platform: 'apple ios', validSecs: 600 },
			{ items: [{ new: '(555) 555-0102' }] },
		);

		expect(error).toBeUndefined();
		const { phone_id } = phoneWith(NEW)!;
		expect(writes()).toEqual([
			'POST /admin/v1/phones',
			`POST ${attachment()}`,
			`POST /admin/v1/phones/${phone_id}/activation_url`,
			`DELETE ${attachment()}/${old.phone_id}`,
		]);
		expect(duo.tenant.requests.at(-2)?.params).toEqual({ valid_secs: '600', install: '1' });
		expect(json).toEqual([
			some({
				replaced: true,
				username: 'ann',
				phone_id,
				number: NEW,
				platform: 'Apple iOS',
				created: true,
				activation_url: `${duo.tenant.url}/activate/${codes()[0]!}`,
				activation_barcode: containing(codes()[0]!),
				installation_url: containing('https://'),
				valid_secs: 600,
				oldPhone: some({ removed: true, deleted: false, phone_id: old.phone_id, number: OLD }),
			}),
		]);
		expect(ann.phones).toEqual([phone_id]);
		expect(phoneWith(OLD)).toBe(old);
	});

	it('can text the activation, which then is not in the output', async () => {
		const { json } = await replace({ activation: 'sms', validSecs: 600 });

		expect(json).toEqual([some({ replaced: true, activationSent: true, valid_secs: 600 })]);
		expect(duo.tenant.requests.at(-2)?.path).toBe(
			`/admin/v1/phones/${phoneWith(NEW)!.phone_id}/send_sms_activation`,
		);
		expect(codes()).toHaveLength(1);
		expect(JSON.stringify(json)).not.toContain(codes()[0]);
	});

	it('can leave the activation out', async () => {
		const { json } = await replace({ activation: 'none' });

		expect(json).toEqual([some({ replaced: true, number: NEW })]);
		expect(codes()).toEqual([]);
		expect(ann.phones).toEqual([phoneWith(NEW)!.phone_id]);
	});

	it('deletes the old phone on request, unless somebody else has it', async () => {
		const first = await replace({ deleteUnused: true });
		expect(first.json).toEqual([some({ oldPhone: some({ removed: true, deleted: true }) })]);
		expect(phoneWith(OLD)).toBeUndefined();

		bob.phones.push(...ann.phones);
		const second = await replace({
			phone: locator('number', NEW),
			newNumber: '+15555550103',
			deleteUnused: true,
		});
		expect(second.json).toEqual([some({ oldPhone: some({ removed: true, deleted: false }) })]);
		expect(bob.phones).toEqual([phoneWith(NEW)!.phone_id]);
	});

	it('uses a phone that the user has already', async () => {
		const second = duo.tenant.addPhone({ number: NEW, users: [ann.user_id] });
		const { json } = await replace();

		expect(json).toEqual([some({ phone_id: second.phone_id, created: false, alreadyAssociated: true })]);
		expect(ann.phones).toEqual([second.phone_id]);
	});
});

describe('replace when the new phone belongs to someone else', () => {
	let theirs: Phone;
	beforeEach(() => {
		theirs = duo.tenant.addPhone({ number: NEW, users: [bob.user_id] });
	});

	it('stops and keeps the old one', async () => {
		const { error } = await replace();

		expect(error?.message).toBe(`The phone ${NEW} belongs to bob`);
		expect(writes()).toEqual([]);
		expect(ann.phones).toEqual([old.phone_id]);
	});

	it('shares or moves it as asked', async () => {
		const shared = await replace({ ifOwned: 'share', activation: 'none' });
		expect(shared.json).toEqual([some({ sharedWith: ['bob'] })]);
		expect([ann.phones, bob.phones]).toEqual([[theirs.phone_id], [theirs.phone_id]]);

		ann.phones = [old.phone_id];
		const moved = await replace({ ifOwned: 'move', activation: 'none' });
		expect(moved.json).toEqual([some({ movedFrom: ['bob'] })]);
		expect([ann.phones, bob.phones]).toEqual([[theirs.phone_id], []]);
	});
});

describe('replace keeps the old phone', () => {
	it.each([
		['link', /activation_url$/],
		['sms', /send_sms_activation$/],
	])('when the activation by %s fails', async (activation, path) => {
		duo.tenant.faults.add({ kind: 'serverError', method: 'POST', path });
		const { error } = await replace({ activation });

		expect(error).toMatchObject({
			message: `The new phone ${NEW} is attached to ann, but the replacement was not completed`,
			description: containing('50001 Unknown internal server error'),
			context: { itemIndex: 0 },
		});
		expect(ann.phones).toEqual([old.phone_id, phoneWith(NEW)!.phone_id]);
	});

	it('when the new one cannot be attached, and removes that again', async () => {
		duo.tenant.faults.add({ kind: 'serverError', method: 'POST', path: attachment() });
		const { error } = await replace();

		expect(error?.description).toContain('50001 Unknown internal server error');
		expect(ann.phones).toEqual([old.phone_id]);
		expect(phoneWith(NEW)).toBeUndefined();
	});

	it('when it cannot be taken away, and does not tell the activation link', async () => {
		const path = `${attachment()}/${old.phone_id}`;
		duo.tenant.faults.add({ kind: 'rateLimit', method: 'DELETE', path, times: 16, retryAfterSeconds: 0 });
		const { error, outputs } = await replace();

		expect(error?.message).toContain('the replacement was not completed');
		expect(codes()).toHaveLength(1);
		expect(JSON.stringify([error, outputs])).not.toContain(codes()[0]);
		expect(ann.phones).toHaveLength(2);
	});

	it.each(['(555) 555-0101', '+1 555 555 0101', '5555550101'])(
		'when the new number is the same: %s',
		async (newNumber) => {
			for (const phone of [locator('number', OLD), locator('id', old.phone_id)]) {
				const { error } = await replace({ phone, newNumber, defaultCountry: 'US' });
				expect(error).toMatchObject({
					message: 'The new phone has the number of the old one',
					description: 'Nothing was changed.',
				});
			}
			expect(writes()).toEqual([]);
		},
	);

	it.each([
		[
			'is not attached',
			{ phone: locator('number', '+15555550109') },
			'The phone +15555550109 is not attached to ann',
		],
		['has no successor', { newNumber: '={{ $json.none }}' }, '“New Phone Number” is empty'],
	])('when it %s', async (_, parameters, message) => {
		const { error } = await replace(parameters);

		expect(error?.message).toBe(message);
		expect(writes()).toEqual([]);
		expect(ann.phones).toEqual([old.phone_id]);
	});
});
