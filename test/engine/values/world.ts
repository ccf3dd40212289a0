/** One small tenant that has what every operation of every node needs; the same in every run, IDs and all. */
import type { AuthenticationRow, Given, Logs, LogStream } from '../../tenant';
import { states } from '../../tenant/auth/states';
import { Transaction } from '../../tenant/auth/transaction';
import type { Journal } from '../../tenant/logs/journal';
import { logStreams } from '../../tenant/logs/logs';
import { newActivation as newPhoneActivation } from '../../tenant/model/activation';
import { SimulatedTenant } from '../../tenant/simulatedTenant';

/** When it is, at the start of every run. */
export const NOW = '2026-11-25T12:00:00.000Z';

/** Nobody listens there: see support/withoutSockets. */
const HOST = '127.0.0.1:8443';
const CHILD_HOST = '127.0.0.1:8444';

const now = Date.parse(NOW);
const seconds = now / 1000;
const atOnce = { answer: 'approve', afterMs: 0 } as const;

export type World = ReturnType<typeof newWorld>;

/** Fresh, so that no run sees what another one has changed. */
export function newWorld() {
	const tenant = new SimulatedTenant({ sample: { seed: 9, users: 0 } }, HOST, [CHILD_HOST], '', async () => {
		await Promise.resolve();
	});
	const { account } = tenant;
	const known = people(tenant);
	const setUp = administration(tenant, known);
	return {
		tenant,
		...known,
		...setUp,
		...logins(tenant, known, setUp.application),
		endpoint: account.addEndpoint({ username: 'anna', device_name: 'ANNAS-PC' }),
		registeredDevice: account.addRegisteredDevice({ device_name: 'ANNAS-PC' }),
		blockedDevice: account.addRegisteredDevice({ device_name: 'STOLEN', blocked: true }),
		child: tenant.addChild('Branch office'),
	};
}

type People = ReturnType<typeof people>;

/** Users, groups and what users log in with. */
function people(tenant: SimulatedTenant) {
	const { account } = tenant;
	const staff = tenant.addGroup({ name: 'Staff', desc: 'All of us' });
	const guests = tenant.addGroup({ name: 'Guests' });
	const anna = tenant.addUser({
		username: 'anna',
		aliases: { alias1: 'ann', alias2: 'asmith' },
		realname: 'Anna Smith',
		email: 'anna@example.com',
		groups: [staff.group_id],
		last_login: seconds - 86_400,
	});
	const users = [anna.user_id];
	account.identityVerifications.set(anna.user_id, { inquiry_id: 'inq_sample', status: 'created' });
	return {
		staff,
		guests,
		anna,
		/** Has nothing to log in with. */
		bob: tenant.addUser({ username: 'bob', email: 'bob@example.com' }),
		enrolling: tenant.addUser({ username: 'erin' }),
		trashed: tenant.addUser({ username: 'carl', status: 'pending deletion', statusBeforeTrash: 'active' }),
		phone: tenant.addPhone({ number: '+15555550101', name: 'Anna’s', answer: atOnce, users }),
		sparePhone: tenant.addPhone({ number: '+15555550102' }),
		token: tenant.addToken({ serial: '100200', type: 't6', totp_step: 30, users }),
		spareToken: tenant.addToken({ serial: '100201', type: 'h6' }),
		bypassCode: tenant.addBypassCode({ user: anna.user_id }),
		webAuthn: tenant.addWebAuthnCredential({ user: anna.user_id, credential_name: 'My key' }),
		u2f: account.addU2fToken(anna.user_id),
		desktopAuthenticator: account.addDesktopAuthenticator({ user: anna.user_id }),
		sharedDeviceAuth: account.addSharedDeviceAuth({ name: 'Reception' }),
	};
}

/** Administrators, what they are invited with, their units, and what they set up. */
function administration(tenant: SimulatedTenant, { staff }: People) {
	const { account } = tenant;
	const application = tenant.addKey({ api: 'auth', name: 'Portal' }).integrationKey;
	const spareApplication = tenant.addKey({ api: 'auth', name: 'Intranet' }).integrationKey;
	const owner = tenant.addAdmin({ name: 'Olga Owner', email: 'olga@example.com' });
	const restricted = (name: string) =>
		tenant.addAdmin({
			name,
			email: `${name.toLowerCase()}@example.com`,
			role: 'Administrator',
			restricted_by_admin_units: true,
		});
	const admin = restricted('Adam');
	const pending = tenant.addAdmin({
		name: 'Petra',
		email: 'petra@example.com',
		role: 'Read-only',
		status: 'Pending Activation',
	});
	const invited = tenant.addAdmin({
		name: 'Ivan',
		email: 'ivan@example.com',
		role: 'Read-only',
		status: 'Pending Activation',
	});
	const url = `${tenant.url}/admin-activate/0123456789abcdef`;
	const link = { code: '0123456789abcdef', expires: seconds + 604_800, link: url, valid_days: 7 };
	account.adminLinks.set(invited.admin_id, link);
	const adminActivation = {
		...link,
		admin_activation_id: account.ids.id('AA'),
		admin_role: 'Read-only',
		email: 'new@example.com',
		email_sent: 1,
		message: `Open ${url} to become an administrator.`,
		subject: 'Your Duo administrator account',
	};
	account.adminActivations.set(adminActivation.admin_activation_id, adminActivation);
	const directoryKey = account.ids.id('DD');
	account.directories.set(directoryKey, new Set(['anna', 'dora', 'dora@example.com']));
	return {
		application,
		spareApplication,
		owner,
		admin,
		spareAdmin: restricted('Alice'),
		/** Have no link, and a link, to become administrators. */
		pending,
		invited,
		adminActivation,
		directoryKey,
		policy: tenant.addPolicy({
			policy_name: 'Strict',
			sections: { new_user: { new_user_behavior: 'no-mfa' }, screen_lock: { require_screen_lock: true } },
		}),
		unit: account.addAdminUnit({
			name: 'North',
			admins: [admin.admin_id],
			groups: [staff.group_id],
			integrations: [application],
		}),
	};
}

/** Log-ins under way or over, and rows of every log. */
function logins(tenant: SimulatedTenant, { anna, enrolling, staff }: People, application: string) {
	const { account } = tenant;
	const txid = account.ids.uuid();
	account.transactions.set(txid, new Transaction(txid, states.approved));
	account.passcodes = ['123456'];
	const { user_id } = enrolling;
	const { phone_id } = tenant.addPhone({ activated: false, users: [user_id] });
	const enrollment = newPhoneActivation(account, phone_id, seconds + 86_400, user_id);
	addLogRows(account.logs, {
		factor: 'duo_push',
		reason: 'user_approved',
		result: 'success',
		user: { key: anna.user_id, name: anna.username, groups: [staff.name] },
		application: { key: application },
	});
	return { txid, enrollmentCode: enrollment.code };
}

/** The logs of the first tenant: to invent their rows takes long, and they are the same every time. */
let invented: Logs['journals'] | undefined;

function addLogRows(logs: Logs, login: Given<AuthenticationRow>): void {
	const { journals } = logs;
	if (!invented) {
		const given = (stream: LogStream) => (stream === 'authentication' ? login : {});
		for (const stream of logStreams) logs.add(stream, given(stream), { at: now - 3_600_000 });
		invented = journals;
		return;
	}
	copyRows(invented.activity, journals.activity);
	copyRows(invented.administrator, journals.administrator);
	copyRows(invented.authentication, journals.authentication);
	copyRows(invented.offlineEnrollment, journals.offlineEnrollment);
	copyRows(invented.telephony, journals.telephony);
	copyRows(invented.trustMonitor, journals.trustMonitor);
}

function copyRows<Row>(from: Journal<Row>, to: Journal<Row>): void {
	to.addAll([...from.all]);
}
