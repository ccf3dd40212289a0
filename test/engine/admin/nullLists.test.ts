/** Duo sends null in the place of some empty lists: `groups: null` is no groups. */
import type { INodeParameters } from 'n8n-workflow';

import { named } from '../../support/locator';
import { useTenant } from '../../support/useTenant';
import type { AdminUnit, Group, Phone, Token, User } from '../../tenant';

const duo = useTenant();

let user: User;
let group: Group;
let phone: Phone;
let token: Token;
let unit: AdminUnit;
beforeEach(() => {
	user = duo.tenant.addUser({ username: 'ada' });
	group = duo.tenant.addGroup({ name: 'Staff' });
	phone = duo.tenant.addPhone({ number: '+15555550101' });
	token = duo.tenant.addToken({ serial: '100200', type: 'h6' });
	unit = duo.tenant.account.addAdminUnit({ name: 'Branch' });
	duo.tenant.faults.add({ kind: 'nullLists', times: Infinity });
});

const ada = () => named('user', 'username', 'ada');
const theGroup = () => named('group', 'id', group.group_id);
const thePhone = () => named('phone', 'id', phone.phone_id);
const theToken = () => named('token', 'id', token.token_id);
const theUnit = () => named('administrativeUnit', 'id', unit.admin_unit_id);

describe('what works with empty lists works with null', () => {
	it.each<[string, string, () => INodeParameters, object]>([
		['user', 'get', ada, { groups: [], phones: [] }],
		['user', 'getMany', () => ({ filters: { status: 'active' } }), { username: 'ada' }],
		['user', 'resolve', () => ({ reference: 'ada' }), { found: true }],
		['user', 'createMany', () => ({ username: 'zoe' }), { username: 'zoe' }],
		['group', 'addMember', () => ({ ...theGroup(), ...ada() }), { added: true }],
		['phone', 'get', thePhone, { users: [] }],
		['phone', 'associate', () => ({ ...thePhone(), ...ada() }), { associated: true }],
		[
			'phone',
			'associate',
			() => ({ ...named('phone', 'number', '+15555550101'), ...ada() }),
			{ associated: true },
		],
		['phone', 'delete', thePhone, { users: [] }],
		['phone', 'findDuplicates', () => ({}), { orphan: true, shared: false, owners: [] }],
		['token', 'assign', () => ({ ...theToken(), ...ada() }), { assigned: true }],
		['token', 'delete', theToken, { users: [], admins: [] }],
		['administrativeUnit', 'addGroup', () => ({ ...theUnit(), ...theGroup() }), { added: true }],
	])('%s: %s', async (resource, operation, parameters, expected) => {
		const { json, error } = await duo.admin(resource, operation, parameters());

		expect(error).toBeUndefined();
		expect(json).toMatchObject([expected]);
	});
});

describe('what is refused with empty lists is refused with null, in words', () => {
	it.each<[string, string, () => INodeParameters, string]>([
		['group', 'removeMember', () => ({ ...theGroup(), ...ada() }), 'ada is not a member of Staff'],
		['token', 'unassign', () => ({ ...theToken(), ...ada() }), 'ada does not have the token 100200'],
		[
			'administrativeUnit',
			'removeGroup',
			() => ({ ...theUnit(), ...theGroup() }),
			'Staff is not in the administrative unit Branch',
		],
	])('%s: %s', async (resource, operation, parameters, message) => {
		const { error } = await duo.admin(resource, operation, parameters());

		expect(error?.message).toBe(message);
	});
});

test('a phone is detached and, as nobody else has it, deleted', async () => {
	duo.tenant.account.users.get(user.user_id)?.phones.push(phone.phone_id);

	const { json, error } = await duo.admin('phone', 'remove', {
		...ada(),
		...thePhone(),
		deleteUnused: true,
	});

	expect(error).toBeUndefined();
	expect(json).toMatchObject([{ removed: true, deleted: true }]);
});
