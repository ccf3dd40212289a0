/** An operation that finds that nothing needs doing says so, and sends nothing that changes anything. */
import type { INodeParameters } from 'n8n-workflow';

import { named } from '../support/locator';
import { useTenant, type TenantInUse } from '../support/useTenant';

const duo = useTenant();
const ada = () => named('user', 'username', 'ada');
const branch = () => named('childAccount', 'name', 'Branch');
const group = () => duo.tenant.addGroup({ name: 'Staff' });
const unit = (given: object) => {
	duo.tenant.account.addAdminUnit({ name: 'Branch', ...given });
	return named('administrativeUnit', 'name', 'Branch');
};
const admin = (given: object = {}) => {
	const { admin_id } = duo.tenant.addAdmin({ name: 'Ben', role: 'Help Desk', ...given });
	return named('administrator', 'id', admin_id);
};
const addAda = (given: object = {}) => duo.tenant.addUser({ username: 'ada', ...given });

interface Case {
	/** Duo Admin unless told otherwise. */
	node?: 'admin' | 'accounts';
	of: [resource: string, operation: string];
	flag: string;
	reason: string;
	/** Makes the tenant ready and returns the parameters. */
	prepare(): INodeParameters;
}

const cases: Case[] = [
	{
		of: ['user', 'setStatus'],
		flag: 'changed',
		reason: 'ada has the status “bypass” already',
		prepare: () => {
			addAda({ status: 'bypass' });
			return { ...ada(), status: 'bypass' };
		},
	},
	{
		of: ['user', 'trash'],
		flag: 'trashed',
		reason: 'ada is in the trash already',
		prepare: () => {
			addAda({ status: 'pending deletion' });
			return ada();
		},
	},
	{
		of: ['user', 'resetFactors'],
		flag: 'reset',
		reason: 'ada has none of these factors',
		prepare: () => {
			addAda();
			return { ...ada(), dryRun: false };
		},
	},
	{
		of: ['user', 'enroll'],
		flag: 'invited',
		reason: 'ada is already in Duo',
		prepare: () => {
			addAda();
			return { username: 'ada', email: 'ada@example.test', ifExists: 'continue' };
		},
	},
	{
		of: ['group', 'addMember'],
		flag: 'added',
		reason: 'ada is already a member of Staff',
		prepare: () => {
			addAda({ groups: [group().group_id] });
			return { ...ada(), ...named('group', 'name', 'Staff') };
		},
	},
	{
		of: ['phone', 'associate'],
		flag: 'associated',
		reason: 'ada already has the phone +15555550101',
		prepare: () => {
			duo.tenant.addPhone({ number: '+15555550101', users: [addAda().user_id] });
			return { ...ada(), ...named('phone', 'number', '+15555550101') };
		},
	},
	{
		of: ['phone', 'remove'],
		flag: 'removed',
		reason: 'ada has no phone',
		prepare: () => {
			addAda();
			return { ...ada(), scope: 'all' };
		},
	},
	{
		of: ['token', 'assign'],
		flag: 'assigned',
		reason: 'ada already has the token 100200',
		prepare: () => {
			duo.tenant.addToken({ serial: '100200', type: 'h6', users: [addAda().user_id] });
			return { ...ada(), ...named('token', 'serial', '100200') };
		},
	},
	{
		of: ['administrativeUnit', 'addGroup'],
		flag: 'added',
		reason: 'Staff is already in the administrative unit Branch',
		prepare: () => {
			const { group_id } = group();
			return { ...unit({ groups: [group_id] }), ...named('group', 'id', group_id) };
		},
	},
	{
		of: ['administrator', 'clearInactivity'],
		flag: 'cleared',
		reason: 'Ben has not expired: the status is “Active”',
		prepare: admin,
	},
	{
		of: ['administrator', 'deleteActivationLink'],
		flag: 'deleted',
		reason: 'Ben is not pending activation: the status is “Active”',
		prepare: admin,
	},
	{
		of: ['branding', 'addDraftUser'],
		flag: 'added',
		reason: 'ada already sees the draft',
		prepare: () => {
			duo.tenant.account.branding.draftUsers.add(addAda().user_id);
			return ada();
		},
	},
	{
		of: ['branding', 'removeDraftUser'],
		flag: 'removed',
		reason: 'ada does not see the draft',
		prepare: () => {
			addAda();
			return ada();
		},
	},
	{
		of: ['registeredDevice', 'block'],
		flag: 'blocked',
		reason: 'The device is already blocked',
		prepare: () => {
			const { compkey } = duo.tenant.account.addRegisteredDevice({ blocked: true });
			return named('registeredDevice', 'id', compkey);
		},
	},
	{
		node: 'accounts',
		of: ['edition', 'set'],
		flag: 'changed',
		reason: 'Branch has this edition already',
		prepare: () => {
			duo.tenant.addChild('Branch').edition = 'BEYOND';
			return { ...branch(), edition: 'BEYOND' };
		},
	},
	{
		node: 'accounts',
		of: ['telephonyCredits', 'set'],
		flag: 'changed',
		reason: 'Branch has this many credits already',
		prepare: () => {
			duo.tenant.addChild('Branch').telephonyCredits = 12;
			return { ...branch(), credits: 12 };
		},
	},
];

const changing = ({ writes }: TenantInUse) =>
	writes().filter(({ path }) => path !== '/accounts/v1/account/list');

it.each(cases)('$of', async ({ node = 'admin', of: [resource, operation], flag, reason, ...given }) => {
	const { json, error } = await duo[node](resource, operation, given.prepare());

	expect(error).toBeUndefined();
	expect(json).toMatchObject([{ [flag]: false, reason }]);
	expect(changing(duo)).toEqual([]);
});

it('what was done needs no reason', async () => {
	addAda({ groups: [group().group_id] });

	const { json } = await duo.admin('user', 'setStatus', { ...ada(), status: 'disabled' });

	expect(json).toMatchObject([{ changed: true }]);
	expect(json[0]).not.toHaveProperty('reason');
});
