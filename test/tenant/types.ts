/** What tests see of the simulated tenant, and what they may ask of it. */
import type { Logs } from './logs/logs';
import type { Account } from './model/account';
import type {
	Admin,
	BypassCode,
	Group,
	NewAdmin,
	NewBypassCode,
	NewGroup,
	NewPhone,
	NewPolicy,
	NewToken,
	NewUser,
	NewWebAuthnCredential,
	Phone,
	PhoneAnswer,
	Policy,
	Token,
	User,
	WebAuthnCredential,
} from './model/records';

export type Api = 'admin' | 'auth' | 'accounts';

export const adminPermissions = [
	'adminapi_admins',
	'adminapi_info',
	'adminapi_integrations',
	'adminapi_settings',
	'adminapi_read_log',
	'adminapi_read_resource',
	'adminapi_write_resource',
	'adminapi_allow_to_set_permissions',
] as const;
export type AdminPermission = (typeof adminPermissions)[number];

/** One Duo application: the key pair of a credential, and what it may do. */
export interface ApiKey {
	integrationKey: string;
	secretKey: string;
	host: string;
	/** What administrators call the application. */
	name: string;
	api: Api;
	permissions: AdminPermission[];
	/** The parent or child account the key belongs to. */
	account: Account;
}

export interface NewApiKey {
	api: Api;
	/** Only for the Admin API; all of them when left out. */
	permissions?: AdminPermission[];
	name?: string;
	secretKey?: string;
	integrationKey?: string;
	account?: Account;
}

export type Signature = 'v5' | 'v4' | 'v2-sha1' | 'v2-sha512';

export interface RecordedRequest {
	method: string;
	/** That was called, as the Host header says. */
	host: string;
	path: string;
	params: Record<string, unknown>;
	rawQuery: string;
	rawBody: string;
	headers: Record<string, string | string[] | undefined>;
	integrationKey?: string;
	signature: Signature | 'none' | 'invalid';
	/** 0 until the reply is out, and for good when the connection was cut. */
	status: number;
	/** Duo's error code, when the reply is a failure. */
	code?: number;
	/** Milliseconds of the machine's clock. */
	at: number;
}

export type FaultKind =
	| 'rateLimit'
	| 'serverError'
	/** Duo does not accept one of the values; `detail` names it. */
	| 'refuse'
	/** Duo does not find what the request names. */
	| 'noSuchThing'
	/** Destroys the connection before the request is handled. */
	| 'cut'
	/** Handles the request, then destroys the connection instead of replying. */
	| 'cutAfter'
	| 'slow'
	| 'notJson'
	| 'redirect'
	/** The reply's next_offset points at the same page again. */
	| 'repeatPage'
	/** The rows of the page come in reverse order. */
	| 'descending'
	/** No rows, and an offset that leads to the page that should have come. */
	| 'emptyPageWithOffset'
	/** The reply says nothing about the next page although there is one. */
	| 'missingOffset'
	/** Lists and objects inside the objects of the reply are null where they are empty. */
	| 'nullLists'
	/** Every entry of a list comes twice, at whatever depth. */
	| 'repeatedEntries';

export interface Fault {
	kind: FaultKind;
	method?: string;
	path?: string | RegExp;
	/** Only calls to this API host. */
	host?: string;
	/** Only calls about the account of this id, parent or child. */
	account?: string;
	/** Only calls that name this user, by username or ID. */
	user?: string;
	/** Only calls whose body holds this text. */
	body?: string;
	/** How often it strikes: once unless told otherwise, Infinity for always. */
	times?: number;
	/** How many matching requests pass unharmed first. */
	after?: number;
	retryAfterSeconds?: number;
	/** What a 429 says beside its name. */
	detail?: string;
	delayMs?: number;
	location?: string;
}

/** Each account, parent or child, has these for itself. */
export interface Limits {
	reads?: number;
	writes?: number;
	/** Pages after the first one of a list. */
	pages?: number;
	/** First pages of lists. */
	lists?: number;
	logs?: number;
}

/** Both in PEM. */
export interface Tls {
	key: string;
	certificate: string;
}

export interface TenantOptions {
	port?: number;
	/**
	 * How many API hosts the child accounts share: three unless told otherwise; 0: they answer on the parent's.
	 */
	childHosts?: number;
	pushTimeoutMs?: number;
	clockSkewToleranceSeconds?: number;
	latencyMs?: number;
	limitsPerMinute?: Limits;
	/** How often one user may be authenticated. */
	loginsOfUserPerMinute?: number;
	sample?: { seed: number; users: number };
	/**
	 * How long a question about a login is held open before Duo says that nothing has changed; for ever unless
	 * told otherwise.
	 */
	longestHoldMs?: number;
	/** preauth denies users whom Duo does not know, instead of letting them enroll: a matter of policy. */
	deniesUnknownUsers?: boolean;
	/** preauth hands out a code to type into the phone. */
	verifiedPush?: boolean;
	/** An approved login returns a token that makes the next preauth say allow. */
	rememberedDevices?: boolean;
	/** false: the tenant has no logo. */
	logo?: boolean;
	/** How long the v2 logs keep rows back: two minutes unless told otherwise. */
	logs?: { delaySeconds?: number };
	/** Instead of a certificate made at start. */
	tls?: Tls;
	/** Called after every reply, for a log line. */
	onReply?: (request: RecordedRequest) => void;
}

export interface Tenant {
	readonly host: string;
	readonly url: string;
	/** API hosts of child accounts. */
	readonly childHosts: readonly string[];
	readonly certificate: string;
	readonly keys: { admin: ApiKey; auth: ApiKey; accounts: ApiKey };
	readonly requests: RecordedRequest[];
	readonly faults: { add(fault: Fault): void; clear(): void };
	readonly clock: { skewSeconds: number };
	readonly account: Account;
	readonly children: Map<string, Account>;
	/** What happened in the parent account; child accounts have their own. */
	readonly logs: Logs;
	addKey(options: NewApiKey): ApiKey;
	/** It gets one of the child hosts, in turn. */
	addChild(name: string): Account;
	/** Many at once: “Child 001” and so on unless named otherwise. */
	addChildren(count: number, name?: (index: number) => string): Account[];
	addUser(user: NewUser): User;
	addPhone(phone?: NewPhone): Phone;
	addGroup(group: NewGroup): Group;
	addToken(token: NewToken): Token;
	addWebAuthnCredential(credential: NewWebAuthnCredential): WebAuthnCredential;
	addBypassCode(code: NewBypassCode): BypassCode;
	addAdmin(admin: NewAdmin): Admin;
	addPolicy(policy: NewPolicy): Policy;
	/** From now on, for prompts that are already waiting on the phone too. */
	answer(phoneId: string, answer: PhoneAnswer): void;
	stop(): Promise<void>;
}
