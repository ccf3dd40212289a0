/** What a tenant stores. Names follow the wire; lists of other records hold their ids. */

export type UserStatus = 'active' | 'bypass' | 'disabled' | 'locked out' | 'pending deletion';

export interface User {
	user_id: string;
	username: string;
	/** alias1 … alias8 */
	aliases: Record<string, string>;
	realname: string | null;
	firstname: string | null;
	lastname: string | null;
	email: string;
	notes: string;
	status: UserStatus;
	/** What bulk_restore brings back. */
	statusBeforeTrash?: UserStatus;
	created: number;
	last_login: number | null;
	last_directory_sync: number | null;
	lockout_reason: string | null;
	enable_auto_prompt: boolean;
	external_id: string | null;
	custom_attributes: Record<string, string>;
	phones: string[];
	groups: string[];
	tokens: string[];
}
export type NewUser = Partial<Omit<User, 'user_id' | 'username'>> & { username: string; user_id?: string };

/** How the person holding the phone reacts to a push or a call, or that it does not get through. */
export interface PhoneAnswer {
	answer: 'approve' | 'deny' | 'fraud' | 'none' | 'fail';
	afterMs: number;
}

export interface Phone {
	phone_id: string;
	number: string;
	extension: string;
	name: string;
	type: string;
	platform: string;
	model: string;
	activated: boolean;
	/** Derived from type, number and activation unless set. */
	capabilities?: string[];
	encrypted: string;
	fingerprint: string;
	screenlock: string;
	tampered: string;
	last_seen: string;
	predelay: string | null;
	postdelay: string | null;
	sms_passcodes_sent: boolean;
	/** Unused passcodes of the last text message. */
	smsPasscodes: string[];
	answer: PhoneAnswer;
}
export type NewPhone = Partial<Phone> & { users?: string[] };

export interface Group {
	group_id: string;
	name: string;
	desc: string;
	status: 'active' | 'bypass' | 'disabled';
	push_enabled: boolean;
	sms_enabled: boolean;
	mobile_otp_enabled: boolean;
	voice_enabled: boolean;
}
export type NewGroup = Partial<Group> & { name: string };

export interface Token {
	token_id: string;
	serial: string;
	type: string;
	totp_step: number | null;
}
export type NewToken = Partial<Token> & { serial: string; type: string; users?: string[] };

export interface BypassCode {
	bypass_code_id: string;
	user_id: string;
	code: string;
	created: number;
	expiration: number | null;
	/** Uses left; null is without limit. */
	reuse_count: number | null;
	admin_email: string | null;
}
export type NewBypassCode = Partial<Omit<BypassCode, 'user_id'>> & { user: string };

export interface WebAuthnCredential {
	webauthnkey: string;
	user_id: string;
	credential_name: string;
	label: string;
	date_added: number;
}
export type NewWebAuthnCredential = Partial<Omit<WebAuthnCredential, 'user_id'>> & { user: string };

export interface U2fToken {
	registration_id: string;
	user_id: string;
	date_added: number;
}

/** A computer on which a user logs in with Duo Desktop. */
export interface DesktopAuthenticator {
	dakey: string;
	daid: string;
	user_id: string;
	device_name: string;
	duo_desktop_version: string;
	os_family: string;
}

// unconfirmed: all names but those of the parameters of create and update
export interface SharedDeviceAuth {
	shared_device_key: string;
	name: string;
	active: boolean;
	groups: string[];
	trusted_endpoint_integrations: string[];
}

/** The computer or phone of a log-in; the fields of Duo's that a test may look at. */
export interface Endpoint {
	epkey: string;
	username: string;
	email: string;
	device_name: string;
	model: string;
	os_family: string;
	os_version: string;
	last_updated: number;
	trusted_endpoint: 'yes' | 'no' | 'unknown';
}

// unconfirmed: everything but the key
export interface RegisteredDevice {
	compkey: string;
	device_name: string;
	blocked: boolean;
}

export interface Admin {
	admin_id: string;
	name: string;
	email: string;
	phone: string;
	role: string;
	status: string;
	/** In parent accounts only. */
	subaccount_role?: string;
	restricted_by_admin_units: boolean;
	last_login: number | null;
	password_change_required: boolean;
	/** The hardware token, which is shown as `hardtoken`. */
	token_id?: string;
	has_external_password_mgmt: boolean;
	password: string;
	/** Duo locks an administrator out after too many. */
	failedLogins: number;
}

export type NewAdmin = Partial<Admin> & { name: string };

/** What Duo protects or lets call its APIs; permissions and secret stand with its key. */
export interface Integration {
	integration_key: string;
	name: string;
	type: string;
	enroll_policy: string;
	greeting: string;
	groups_allowed: string[];
	ip_whitelist: string;
	ip_whitelist_enroll_policy: string;
	networks_for_api_access: string;
	notes: string;
	policy_key: string | null;
	prompt_v4_enabled: boolean;
	self_service_allowed: boolean;
	sso?: object;
	trusted_device_days: number;
	user_access: string;
	username_normalization_policy: string;
}

export const newIntegration = (
	given: Partial<Integration> & Pick<Integration, 'integration_key' | 'name' | 'type'>,
): Integration => ({
	enroll_policy: '',
	greeting: '',
	groups_allowed: [],
	ip_whitelist: '',
	ip_whitelist_enroll_policy: '',
	networks_for_api_access: '',
	notes: '',
	policy_key: null,
	prompt_v4_enabled: false,
	self_service_allowed: false,
	trusted_device_days: 0,
	// unconfirmed: what a new application has without being told
	user_access: 'ALL_USERS',
	username_normalization_policy: 'None',
	...given,
});

/** An invitation to become an administrator. */
export interface AdminActivation {
	admin_activation_id: string;
	admin_role: string;
	code: string;
	email: string;
	email_sent: number;
	expires: number;
	link: string;
	message: string;
	subject: string;
	valid_days: number;
}

export interface AdminUnit {
	admin_unit_id: string;
	name: string;
	description: string;
	restrict_by_groups: boolean;
	restrict_by_integrations: boolean;
	admins: string[];
	groups: string[];
	/** Integration keys. */
	integrations: string[];
}
export type NewAdminUnit = Partial<AdminUnit> & { name: string };

export interface Policy {
	policy_key: string;
	policy_name: string;
	is_global_policy: boolean;
	sections: Record<string, object>;
	/** Integration keys of the applications that it applies to. */
	apps: string[];
	/** The groups that it applies to in an application. */
	groupsInApps: { app_integration_key: string; group_id_list: string[] }[];
}
export type NewPolicy = Partial<Policy> & { policy_name: string };

/** A link that makes a phone a Duo Mobile device when it is opened. */
export interface Activation {
	code: string;
	phone_id: string;
	user_id?: string;
	expiration: number;
}

/** How prompts look. */
export interface Branding {
	live: Record<string, unknown>;
	draft: Record<string, unknown>;
	/** Ids of those who see the draft; publishing it removes both. */
	draftUsers: Set<string>;
	messaging: Record<string, unknown>;
}

export interface Passport {
	enabled_status: string;
	/** Ids. */
	enabled_groups: string[];
	disabled_groups: string[];
	custom_supported_browsers: unknown;
}
