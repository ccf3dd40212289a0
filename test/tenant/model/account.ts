import type { VerificationPush } from '../admin/verificationPush';
import type { Transaction } from '../auth/transaction';
import { Logs, type LogClock } from '../logs/logs';

import type { Ids } from './ids';
import type {
	Activation,
	Admin,
	AdminActivation,
	AdminUnit,
	Branding,
	BypassCode,
	DesktopAuthenticator,
	Endpoint,
	Group,
	Integration,
	NewAdmin,
	NewAdminUnit,
	NewBypassCode,
	NewGroup,
	NewPhone,
	NewPolicy,
	NewToken,
	NewUser,
	NewWebAuthnCredential,
	Passport,
	Phone,
	Policy,
	RegisteredDevice,
	SharedDeviceAuth,
	Token,
	U2fToken,
	User,
	WebAuthnCredential,
} from './records';
import { newSettings, type Settings } from './settings';

export const editions = ['ENTERPRISE', 'PLATFORM', 'BEYOND'] as const;

type AdminLink = Pick<AdminActivation, 'code' | 'expires' | 'link' | 'valid_days'>;

/** The data of one Duo account, parent or child. Tests may reach into it at will. */
export class Account {
	readonly users = new Map<string, User>();
	/** Of all names, as they were when somebody was last looked for in vain. */
	private byName = new Map<string, User>();
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
	adminAuthMethods: Record<string, boolean> = {
		push_enabled: true,
		sms_enabled: true,
		voice_enabled: false,
		mobile_otp_enabled: true,
		yubikey_enabled: true,
		hardware_token_enabled: true,
		webauthn_enabled: false,
		verified_push_enabled: false,
	};
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
	readonly branding: Branding = { live: {}, draft: {}, draftUsers: new Set(), messaging: {} };
	passport: Passport = {
		enabled_status: 'disabled',
		enabled_groups: [],
		disabled_groups: [],
		custom_supported_browsers: {},
	};

	constructor(
		readonly accountId: string,
		readonly name: string,
		readonly apiHostname: string,
		readonly ids: Ids,
		private readonly clock: LogClock & { now(): number },
	) {
		this.logs = new Logs(this, clock);
		this.settings = newSettings(name);
		this.addPolicy({ policy_name: 'Global Policy', is_global_policy: true });
	}

	/** By username or alias, whatever the case. */
	findUser(name: string): User | undefined {
		const wanted = name.toLowerCase();
		const isRight = (user: User | undefined) =>
			user && this.users.get(user.user_id) === user && namesOf(user).includes(wanted);
		if (!isRight(this.byName.get(wanted))) this.byName = this.indexNames();
		return this.byName.get(wanted);
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

	private indexNames(): Map<string, User> {
		return new Map([...this.users.values()].flatMap((user) => namesOf(user).map((name) => [name, user])));
	}

	bypassCodesOf(userId: string): BypassCode[] {
		return [...this.bypassCodes.values()].filter((code) => code.user_id === userId);
	}

	addUser(given: NewUser): User {
		const user: User = {
			user_id: this.ids.id('DU'),
			aliases: {},
			realname: null,
			firstname: null,
			lastname: null,
			email: '',
			notes: '',
			status: 'active',
			created: this.clock.now(),
			last_login: null,
			last_directory_sync: null,
			lockout_reason: null,
			enable_auto_prompt: true,
			external_id: null,
			custom_attributes: {},
			...given,
			phones: [...(given.phones ?? [])],
			groups: [...(given.groups ?? [])],
			tokens: [...(given.tokens ?? [])],
		};
		this.users.set(user.user_id, user);
		return user;
	}

	/** An activated smartphone unless told otherwise; the number is stored as given, even when it exists already. */
	addPhone({ users = [], ...given }: NewPhone = {}): Phone {
		const phone: Phone = {
			phone_id: this.ids.id('DP'),
			number: '',
			extension: '',
			name: '',
			type: 'Mobile',
			platform: 'Google Android',
			model: 'Unknown',
			activated: true,
			encrypted: '',
			fingerprint: '',
			screenlock: '',
			tampered: '',
			last_seen: '',
			predelay: '0',
			postdelay: '0',
			sms_passcodes_sent: false,
			smsPasscodes: [],
			answer: { answer: 'approve', afterMs: 100 },
			...given,
		};
		this.phones.set(phone.phone_id, phone);
		this.attach('phones', phone.phone_id, users);
		return phone;
	}

	addGroup(given: NewGroup): Group {
		const group: Group = {
			group_id: this.ids.id('DG'),
			desc: '',
			status: 'active',
			push_enabled: false,
			sms_enabled: false,
			mobile_otp_enabled: false,
			voice_enabled: false,
			...given,
		};
		this.groups.set(group.group_id, group);
		return group;
	}

	addToken({ users = [], ...given }: NewToken): Token {
		const token: Token = { token_id: this.ids.id('DH'), totp_step: null, ...given };
		this.tokens.set(token.token_id, token);
		this.attach('tokens', token.token_id, users);
		return token;
	}

	addBypassCode({ user, ...given }: NewBypassCode): BypassCode {
		const code: BypassCode = {
			// unconfirmed: the prefix of the ids of bypass codes
			bypass_code_id: this.ids.id('DB'),
			user_id: user,
			code: this.ids.digits(9),
			created: this.clock.now(),
			expiration: null,
			reuse_count: 1,
			admin_email: null,
			...given,
		};
		this.bypassCodes.set(code.bypass_code_id, code);
		return code;
	}

	addWebAuthnCredential({ user, ...given }: NewWebAuthnCredential): WebAuthnCredential {
		const owned = [...this.webAuthnCredentials.values()].filter(({ user_id }) => user_id === user);
		if (owned.length >= 100) throw new Error('A user has at most 100 WebAuthn credentials');
		const credential: WebAuthnCredential = {
			webauthnkey: this.ids.id('WA'),
			user_id: user,
			credential_name: 'Security key',
			label: 'Security Key',
			date_added: this.clock.now(),
			...given,
		};
		this.webAuthnCredentials.set(credential.webauthnkey, credential);
		return credential;
	}

	addU2fToken(user_id: string): U2fToken {
		const token = { registration_id: this.ids.letters(20), user_id, date_added: this.clock.now() };
		this.u2fTokens.set(token.registration_id, token);
		return token;
	}

	addDesktopAuthenticator({
		user,
		...given
	}: Partial<DesktopAuthenticator> & { user: string }): DesktopAuthenticator {
		const authenticator: DesktopAuthenticator = {
			// unconfirmed: how these two look
			dakey: this.ids.letters(20),
			daid: this.ids.letters(20),
			user_id: user,
			device_name: 'LAPTOP-1',
			duo_desktop_version: '7.0.0',
			os_family: 'Windows',
			...given,
		};
		this.desktopAuthenticators.set(authenticator.dakey, authenticator);
		return authenticator;
	}

	addSharedDeviceAuth(given: Partial<SharedDeviceAuth> = {}): SharedDeviceAuth {
		const shared: SharedDeviceAuth = {
			shared_device_key: this.ids.letters(20),
			name: '',
			active: true,
			groups: [],
			trusted_endpoint_integrations: [],
			...given,
		};
		this.sharedDeviceAuths.set(shared.shared_device_key, shared);
		return shared;
	}

	addEndpoint(given: Partial<Endpoint> = {}): Endpoint {
		const endpoint: Endpoint = {
			epkey: this.ids.id('EP'),
			username: '',
			email: '',
			device_name: '',
			model: '',
			os_family: 'Windows',
			os_version: '11',
			last_updated: this.clock.now(),
			trusted_endpoint: 'unknown',
			...given,
		};
		this.endpoints.set(endpoint.epkey, endpoint);
		return endpoint;
	}

	addRegisteredDevice(given: Partial<RegisteredDevice> = {}): RegisteredDevice {
		const device: RegisteredDevice = {
			compkey: this.ids.id('CR'),
			device_name: 'LAPTOP-1',
			blocked: false,
			...given,
		};
		this.registeredDevices.set(device.compkey, device);
		return device;
	}

	addAdmin(given: NewAdmin): Admin {
		const admin: Admin = {
			admin_id: this.ids.id('DE'),
			email: '',
			phone: '',
			role: 'Owner',
			status: 'Active',
			restricted_by_admin_units: false,
			last_login: null,
			password_change_required: false,
			has_external_password_mgmt: false,
			password: '',
			failedLogins: 0,
			...given,
		};
		this.admins.set(admin.admin_id, admin);
		return admin;
	}

	addPolicy(given: NewPolicy): Policy {
		const policy: Policy = {
			policy_key: this.ids.id('PO'),
			is_global_policy: false,
			sections: {},
			apps: [],
			groupsInApps: [],
			...given,
		};
		this.policies.set(policy.policy_key, policy);
		return policy;
	}

	addAdminUnit(given: NewAdminUnit): AdminUnit {
		const unit: AdminUnit = {
			// unconfirmed: the form of this id
			admin_unit_id: this.ids.id('AU'),
			description: '',
			restrict_by_groups: false,
			restrict_by_integrations: false,
			admins: [],
			groups: [],
			integrations: [],
			...given,
		};
		this.adminUnits.set(unit.admin_unit_id, unit);
		return unit;
	}

	deleteUser(userId: string): void {
		this.users.delete(userId);
		for (const map of [
			this.bypassCodes,
			this.webAuthnCredentials,
			this.u2fTokens,
			this.desktopAuthenticators,
		]) {
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

export const namesOf = (user: User): string[] =>
	[user.username, ...Object.values(user.aliases)].map((name) => name.toLowerCase());
