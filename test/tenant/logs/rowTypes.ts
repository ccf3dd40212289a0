/**
 * The rows of the six logs, as Duo sends them. A test may add fields of its own, and give known ones odd
 * values.
 */
interface Open {
	[field: string]: unknown;
}

export interface Place extends Open {
	city: string | null;
	state: string | null;
	country: string | null;
}

export interface Named extends Open {
	key: string | null;
	name: string | null;
}

export interface AccessDevice extends Open {
	browser: string | null;
	browser_version: string | null;
	epkey: string | null;
	ip: unknown;
	location: Place;
	os: string | null;
	os_version: string | null;
}

export interface AuthenticationRow extends Open {
	timestamp: number;
	isotimestamp: string;
	txid: string;
	event_type: string;
	factor: string;
	reason: string;
	result: string;
	user: Named & { groups: string[] };
	application: Named;
	alias: string;
	email: string;
	access_device: AccessDevice;
	auth_device: Named & { ip: string | null; location: Place };
	trusted_endpoint_status: string;
}

/** Somebody or something in the activity log; the details are JSON as text. */
export interface Party extends Named {
	type: string;
	details: string | null;
}

export interface ActivityRow extends Open {
	ts: string;
	activity_id: string;
	/** Older tenants send the bare name. */
	action: string | ({ name: string; details: string | null } & Open);
	actor: Party;
	target: Party;
	access_device: AccessDevice;
	akey: string;
}

export interface TelephonyRow extends Open {
	ts: string;
	telephony_id: string;
	txid: string;
	context: string;
	credits: number;
	phone: string;
	type: string;
}

export interface AdministratorRow extends Open {
	timestamp: number;
	isotimestamp: string;
	action: string;
	/** JSON as text. */
	description: string | null;
	object: string | null;
	username: string;
}

export interface OfflineEnrollmentRow extends Open {
	timestamp: number;
	isotimestamp: string;
	action: string;
	/** JSON as text. */
	description: string;
	object: string;
	username: string;
}

export interface TrustMonitorRow extends Open {
	sekey: string;
	type: string;
	state: string;
	/** Milliseconds. */
	surfaced_timestamp: number;
}

export interface LogRows {
	authentication: AuthenticationRow;
	activity: ActivityRow;
	telephony: TelephonyRow;
	administrator: AdministratorRow;
	offlineEnrollment: OfflineEnrollmentRow;
	trustMonitor: TrustMonitorRow;
}
export type LogStream = keyof LogRows;

/** What a test says about a row; the log fills in the rest, inside nested objects too. */
export type Given<T> = T extends readonly unknown[]
	? T
	: T extends object
		? { [K in keyof T]?: Given<T[K]> }
		: T;
