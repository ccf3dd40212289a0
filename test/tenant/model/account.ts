/** One Duo account, and all that is in it. */
import type { VerificationPush } from '../admin/verificationPush';
import type { Transaction } from '../auth/transaction';
import { Logs, type LogClock } from '../logs/logs';

import type { Ids } from './ids';
import {
	type Activation,
	type Admin,
	type AdminActivation,
	type AdminUnit,
	newBranding,
	type BypassCode,
	type DesktopAuthenticator,
	type Endpoint,
	type Group,
	type Integration,
	newAdmin,
	newAdminAuthMethods,
	type NewAdmin,
	newAdminUnit,
	type NewAdminUnit,
	newBypassCode,
	type NewBypassCode,
	newDesktopAuthenticator,
	newEndpoint,
	newGroup,
	type NewGroup,
	newPhone,
	type NewPhone,
	newPolicy,
	type NewPolicy,
	newRegisteredDevice,
	newSharedDeviceAuth,
	newToken,
	type NewToken,
	newU2fToken,
	newUser,
	type NewUser,
	newWebAuthnCredential,
	type NewWebAuthnCredential,
	newPassport,
	type Phone,
	type Policy,
	type RegisteredDevice,
	type SharedDeviceAuth,
	type Token,
	type U2fToken,
	type User,
	type WebAuthnCredential,
} from './records';
import { newSettings, type Settings } from './settings';
import { UserNames } from './UserNames';

export const editions = ['ENTERPRISE', 'PLATFORM', 'BEYOND'] as const;

type AdminLink = Pick<AdminActivation, 'code' | 'expires' | 'link' | 'valid_days'>;

/** The data of one Duo account, parent or child. Tests may reach into it at will. */
export class Account {
	readonly users = new Map<string, User>();
	private readonly names = new UserNames(this.users);
	readonly phones = new Map<string, Phone>();
	readonly groups = new Map<string, Group>();
	readonly tokens = new Map<string, Token>();
	readonly bypassCodes = new Map<string, BypassCode>();
	readonly webAuthnCredentials = new Map<string, WebAuthnCredential>();
	readonly u2fTokens = new Map<string, U2fToken>();
	readonly desktopAuthenticators = new Map<string, DesktopAuthenticator>();
	readonly sharedDeviceAuths = new Map<string, SharedDeviceAuth>();
	readonly endpoints = new Map<string, Endpoint>();
	readonly registeredDevices = new Map<string, RegisteredDevice>();
	/** By user. */
	readonly identityVerifications = new Map<string, { inquiry_id: string; status: string }>();
	readonly admins = new Map<string, Admin>();
	/** Names of roles that the account has made besides Duo's own. */
	readonly customRoles = new Set<string>();
	/** By integration key. */
	readonly integrations = new Map<string, Integration>();
	readonly adminActivations = new Map<string, AdminActivation>();
	/** Activation links by administrator. */
	readonly adminLinks = new Map<string, AdminLink>();
	/** Whether administrators may log in that way. */
	adminAuthMethods = newAdminAuthMethods();
	verifiedPushLength: number | null = null;
	readonly adminUnits = new Map<string, AdminUnit>();
	/** Of applications that log in by OpenID Connect, by integration key. */
	readonly clientSecrets = new Map<string, string>();
	readonly policies = new Map<string, Policy>();
	/** Names of the people in each directory that can be synced, by directory key. */
	readonly directories = new Map<string, Set<string>>();
	/** By activation code. */
	readonly activations = new Map<string, Activation>();
	/** Codes that a hardware token would show now; each works once, for users who have a token. */
	passcodes: string[] = [];
	/** Remembered-device tokens and the users they belong to. */
	readonly trustedDevices = new Map<string, string>();
	readonly transactions = new Map<string, Transaction>();
	/** Codes of verified pushes that preauth handed out, by txid. */
	readonly verificationCodes = new Map<string, string>();
	readonly verificationPushes = new Map<string, VerificationPush>();
	/** Enrolment mails that went out. */
	readonly sentEmails: { to: string; code: string }[] = [];
	readonly logs: Logs;
	telephonyCredits = 100;
	edition: (typeof editions)[number] = 'ENTERPRISE';
	/** Of a parent: whether it may see and change the billing of its children, which Duo's support enables. */
	billingEnabled = true;
	settings: Settings;
	/** A PNG. */
	logo?: Buffer;
	readonly branding = newBranding();
	passport = newPassport();

	constructor(
		readonly accountId: string,
		readonly name: string,
		readonly apiHostname: string,
		readonly ids: Ids,
		readonly clock: LogClock & { now(): number },
	) {
		this.logs = new Logs(this, clock);
		this.settings = newSettings(name);
		this.addPolicy({ policy_name: 'Global Policy', is_global_policy: true });
	}

	/** By username or alias, whatever the case. */
	findUser(name: string): User | undefined {
		return this.names.find(name);
	}

	usersWith(kind: 'phones' | 'groups' | 'tokens', id: string): User[] {
		return [...this.users.values()].filter((user) => user[kind].includes(id));
	}

	/** By the ID of each of these phones: the users who have it. */
	usersByPhone(phones: Iterable<Phone>): Map<string, User[]> {
		const users = new Map<string, User[]>(Array.from(phones, ({ phone_id }) => [phone_id, []]));
		for (const user of this.users.values()) {
			for (const phoneId of user.phones) users.get(phoneId)?.push(user);
		}
		return users;
	}

	bypassCodesOf(userId: string): BypassCode[] {
		return [...this.bypassCodes.values()].filter((code) => code.user_id === userId);
	}

	addUser(given: NewUser): User {
		const user = newUser(this, given);
		return keep(this.users, user.user_id, user);
	}

	/**
	 * An activated smartphone unless told otherwise; the number is stored as given, even when it exists
	 * already.
	 */
	addPhone({ users = [], ...given }: NewPhone = {}): Phone {
		const phone = newPhone(this, given);
		this.phones.set(phone.phone_id, phone);
		this.attach('phones', phone.phone_id, users);
		return phone;
	}

	addGroup(given: NewGroup): Group {
		const group = newGroup(this, given);
		return keep(this.groups, group.group_id, group);
	}

	addToken({ users = [], ...given }: NewToken): Token {
		const token = newToken(this, given);
		this.tokens.set(token.token_id, token);
		this.attach('tokens', token.token_id, users);
		return token;
	}

	addBypassCode(given: NewBypassCode): BypassCode {
		const code = newBypassCode(this, given);
		return keep(this.bypassCodes, code.bypass_code_id, code);
	}

	addWebAuthnCredential(given: NewWebAuthnCredential): WebAuthnCredential {
		const owned = [...this.webAuthnCredentials.values()].filter(({ user_id }) => user_id === given.user);
		if (owned.length >= 100) throw new Error('A user has at most 100 WebAuthn credentials');
		const credential = newWebAuthnCredential(this, given);
		return keep(this.webAuthnCredentials, credential.webauthnkey, credential);
	}

	addU2fToken(user_id: string): U2fToken {
		const token = newU2fToken(this, user_id);
		return keep(this.u2fTokens, token.registration_id, token);
	}

	addDesktopAuthenticator(given: Partial<DesktopAuthenticator> & { user: string }): DesktopAuthenticator {
		const authenticator = newDesktopAuthenticator(this, given);
		return keep(this.desktopAuthenticators, authenticator.dakey, authenticator);
	}

	addSharedDeviceAuth(given: Partial<SharedDeviceAuth> = {}): SharedDeviceAuth {
		const shared = newSharedDeviceAuth(this, given);
		return keep(this.sharedDeviceAuths, shared.shared_device_key, shared);
	}

	addEndpoint(given: Partial<Endpoint> = {}): Endpoint {
		const endpoint = newEndpoint(this, given);
		return keep(this.endpoints, endpoint.epkey, endpoint);
	}

	addRegisteredDevice(given: Partial<RegisteredDevice> = {}): RegisteredDevice {
		const device = newRegisteredDevice(this, given);
		return keep(this.registeredDevices, device.compkey, device);
	}

	addAdmin(given: NewAdmin): Admin {
		const admin = newAdmin(this, given);
		return keep(this.admins, admin.admin_id, admin);
	}

	addPolicy(given: NewPolicy): Policy {
		const policy = newPolicy(this, given);
		return keep(this.policies, policy.policy_key, policy);
	}

	addAdminUnit(given: NewAdminUnit): AdminUnit {
		const unit = newAdminUnit(this, given);
		return keep(this.adminUnits, unit.admin_unit_id, unit);
	}

	deleteUser(userId: string): void {
		this.users.delete(userId);
		const owned = [this.bypassCodes, this.webAuthnCredentials, this.u2fTokens, this.desktopAuthenticators];
		for (const map of owned) {
			for (const [id, record] of map) if (record.user_id === userId) map.delete(id);
		}
	}

	/** Takes a device or group away from everybody who has it. */
	detachFromAll(kind: 'phones' | 'groups' | 'tokens', id: string): void {
		for (const user of this.users.values()) user[kind] = user[kind].filter((other) => other !== id);
	}

	private attach(kind: 'phones' | 'tokens', id: string, userIds: string[]): void {
		for (const userId of userIds) this.users.get(userId)?.[kind].push(id);
	}
}

function keep<T>(records: Map<string, T>, id: string, record: T): T {
	records.set(id, record);
	return record;
}
