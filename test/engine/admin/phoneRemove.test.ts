/** Phone → Remove: a phone is taken away from a user, and deleted where nobody else has it. */
import type { INodeParameters } from 'n8n-workflow';

import { locator } from '../../support/locator';
import { useTenant, type RunOptions } from '../../support/useTenant';
import type { Phone, User } from '../../tenant';

let ann: User;
let bob: User;
let own: Phone;
let common: Phone;
const duo = useTenant();
beforeEach(() => {
	ann = duo.tenant.addUser({ username: 'ann' });
	bob = duo.tenant.addUser({ username: 'bob' });
	own = duo.tenant.addPhone({ number: '+15555550101', users: [ann.user_id] });
	common = duo.tenant.addPhone({
		number: '+15555550102',
		extension: '12',
		users: [ann.user_id, bob.user_id],
	});
});

const remove = (parameters: INodeParameters, more: RunOptions = {}) =>
	duo.admin('phone', 'remove', { user: locator('username', 'ann'), ...parameters }, more);
const writes = () =>
	duo.tenant.requests.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
const detachment = (user: User, phone: Phone) =>
	`DELETE /admin/v1/users/${user.user_id}/phones/${phone.phone_id}`;
const containing = (text: string): unknown => expect.stringContaining(text);
const some = (fields: object): unknown => expect.objectContaining(fields);

describe('remove one phone', () => {
	it.each([
		['number', () => '(555) 555-0101'],
		['id', () => own.phone_id],
	])('named by %s', async (mode, value) => {
		const { json, error } = await remove({ phone: locator(mode, value()), defaultCountry: 'US' });

		expect(error).toBeUndefined();
		expect(json).toEqual([
			{
				user_id: ann.user_id,
				username: 'ann',
				removed: true,
				deleted: false,
				phone_id: own.phone_id,
				number: '+15555550101',
				extension: '',
				name: '',
				type: 'Mobile',
				platform: 'Google Android',
			},
		]);
		expect(writes()).toEqual([detachment(ann, own)]);
		expect(ann.phones).toEqual([common.phone_id]);
		expect(duo.tenant.account.phones.has(own.phone_id)).toBe(true);
	});

	it('that is not attached: says what is, though Duo would answer 200', async () => {
		const foreign = duo.tenant.addPhone({ number: '+15555550103', users: [bob.user_id] });
		for (const [phone, name] of [
			[locator('id', foreign.phone_id), foreign.phone_id],
			[locator('number', '+1 555 555 0103'), '+15555550103'],
			[locator('number', '+1 555 555 0102'), '+15555550102'],
		] as const) {
			const { error } = await remove({ phone, deleteUnused: true });
			expect(error).toMatchObject({
				message: `The phone ${name} is not attached to ann`,
				description: `Attached are: +15555550101 (${own.phone_id}), +15555550102 ext. 12 (${common.phone_id}).`,
				context: { itemIndex: 0 },
			});
		}
		expect(writes()).toEqual([]);
		expect(bob.phones).toEqual([common.phone_id, foreign.phone_id]);
	});

	it('of a user who has none: says so', async () => {
		duo.tenant.addUser({ username: 'cy' });
		const phone = locator('number', '+15555550101');
		const { error } = await remove({ user: locator('username', 'cy'), phone });

		expect(error?.description).toBe('cy has no phone in Duo.');
		expect(ann.phones).toContain(own.phone_id);
	});

	it('costs only the item whose phone is a typo', async () => {
		const phone = locator('number', '={{ $json.number }}');
		const items = [{ number: '+15555550110' }, { number: '+15555550101' }];
		const { json } = await remove({ phone }, { items, onError: 'continueRegularOutput' });

		expect(json).toEqual([
			{ error: 'The phone +15555550110 is not attached to ann' },
			some({ removed: true, phone_id: own.phone_id }),
		]);
		expect(writes()).toEqual([detachment(ann, own)]);
	});
});

describe('remove and delete unused', () => {
	it('deletes a phone that nobody else has', async () => {
		const { json } = await remove({ phone: locator('id', own.phone_id), deleteUnused: true });

		expect(json).toEqual([some({ removed: true, deleted: true, phone_id: own.phone_id })]);
		expect(writes()).toEqual([detachment(ann, own), `DELETE /admin/v1/phones/${own.phone_id}`]);
		expect(duo.tenant.account.phones.has(own.phone_id)).toBe(false);
	});

	it('keeps a phone that somebody else has', async () => {
		const { json } = await remove({ phone: locator('id', common.phone_id), deleteUnused: true });

		expect(json).toEqual([some({ removed: true, deleted: false, phone_id: common.phone_id })]);
		expect(writes()).toEqual([detachment(ann, common)]);
		expect(bob.phones).toEqual([common.phone_id]);
	});

	it('tells that the phone was taken away when the deletion fails', async () => {
		const path = `/admin/v1/phones/${own.phone_id}`;
		duo.tenant.faults.add({ kind: 'rateLimit', method: 'DELETE', path, times: 16, retryAfterSeconds: 0 });
		const { error } = await remove({ phone: locator('id', own.phone_id), deleteUnused: true });

		expect(error).toMatchObject({
			message: containing(`The phone ${own.phone_id} was taken from ann`),
			description: containing('42901 Too Many Requests'),
		});
		expect(ann.phones).toEqual([common.phone_id]);
	});
});

describe('remove all phones of a user', () => {
	it('gives one item per phone and deletes only what nobody else has', async () => {
		const { json, outputs } = await remove({ scope: 'all', deleteUnused: true });

		expect(json.map(({ phone_id, deleted }) => [phone_id, deleted])).toEqual([
			[own.phone_id, true],
			[common.phone_id, false],
		]);
		expect(outputs[0]!.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }]);
		expect([ann.phones, bob.phones]).toEqual([[], [common.phone_id]]);
		expect([...duo.tenant.account.phones.keys()]).toEqual([common.phone_id]);
	});

	it('says that nothing was removed when there is none', async () => {
		const cy = duo.tenant.addUser({ username: 'cy' });
		const { json } = await remove({ scope: 'all', user: locator('id', cy.user_id) });

		expect(json).toEqual([
			{ user_id: cy.user_id, username: 'cy', removed: false, deleted: false, reason: 'cy has no phone' },
		]);
		expect(writes()).toEqual([]);
	});

	it('tells how far it came when one cannot be removed', async () => {
		const path = detachment(ann, common).replace('DELETE ', '');
		duo.tenant.faults.add({ kind: 'rateLimit', method: 'DELETE', path, times: 16, retryAfterSeconds: 0 });
		const { error } = await remove({ scope: 'all' });

		expect(error).toMatchObject({
			message: 'Only 1 of the 2 phones of ann was removed: +15555550101',
			description: containing('42901 Too Many Requests'),
		});
		expect(ann.phones).toEqual([common.phone_id]);
	});
});
