/**
 * Users, phones, bypass codes and logs: each operation needs exactly the permissions that it declares. The
 * newer resources say so in tests of their own.
 */
import type { INodeParameters } from 'n8n-workflow';

import { resources } from '../../../nodes/DuoAdmin/resources';
import { locator } from '../../support/locator';
import { useTenant } from '../../support/useTenant';

const duo = useTenant();
let made = 0;

const named = (name: string, value: string): INodeParameters => ({
	[name]: locator('id', value),
});
const addUser = () => duo.tenant.addUser({ username: `user${made++}`, email: `user${made}@example.test` });
const addPhone = (users: string[] = []) =>
	duo.tenant.addPhone({
		number: `+1555555${1000 + made++}`,
		users,
		answer: { answer: 'approve', afterMs: 0 },
	});
const user = () => named('user', addUser().user_id);
const phone = () => named('phone', addPhone().phone_id);
const userWithPhone = () => {
	const { user_id } = addUser();
	return { ...named('user', user_id), ...named('phone', addPhone([user_id]).phone_id) };
};
const bypassCode = () =>
	named('bypassCode', duo.tenant.addBypassCode({ user: addUser().user_id }).bypass_code_id);

const examples: Record<string, Record<string, () => INodeParameters>> = {
	bypassCode: { create: user, delete: bypassCode, get: bypassCode, getMany: () => ({}) },
	log: {
		getMany: () => ({ log: 'authentication', from: new Date(Date.now() - 3_600_000).toISOString(), to: '' }),
	},
	phone: {
		associate: () => ({ ...user(), ...phone() }),
		create: () => ({ number: `+1555555${1000 + made++}` }),
		createActivationLink: phone,
		delete: phone,
		findDuplicates: () => ({}),
		get: phone,
		getMany: () => ({}),
		remove: userWithPhone,
		replace: () => ({ ...userWithPhone(), newNumber: `+1555555${1000 + made++}` }),
		sendSmsActivation: phone,
		sendSmsInstallation: phone,
		sendSmsPasscodes: phone,
		update: () => ({ ...phone(), updateFields: { name: 'desk' } }),
	},
	user: {
		create: () => ({ username: `new${made++}` }),
		delete: user,
		enroll: () => ({ username: `new${made++}`, email: 'new@example.test' }),
		get: user,
		getMany: () => ({}),
		resetFactors: () => ({ ...userWithPhone(), dryRun: false }),
		resolve: () => ({ reference: 'nobody' }),
		restore: () =>
			named('user', duo.tenant.addUser({ username: `t${made++}`, status: 'pending deletion' }).user_id),
		setStatus: () => ({ ...user(), status: 'bypass' }),
		syncFromDirectory: () => {
			duo.tenant.account.directories.set('DIRONE', new Set(['zoe']));
			return { username: 'zoe', directoryKey: 'DIRONE' };
		},
		trash: user,
		update: () => ({ ...user(), updateFields: { realname: 'Zoe' } }),
		verifyByPush: () => ({ ...userWithPhone(), pushTo: 'chosen' }),
	},
};

const operations = resources
	.filter(({ value }) => value in examples)
	.flatMap((resource) => resource.operations.map(({ value }) => [resource.value, value] as const))
	// in tests of their own
	.filter(([, operation]) => !/createMany|IdentityVerification/.test(operation));

test.each(operations)(
	'%s: %s',
	async (resource, operation) => {
		await duo.expectPermissions(resource, operation, examples[resource]![operation]!);
	},
	20_000,
);
