/** Administrators, invitations to become one, and administrative units. */
import type { IdsAndClock } from './IdsAndClock';

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

export const newAdmin = ({ ids }: IdsAndClock, given: NewAdmin): Admin => ({
	admin_id: ids.id('DE'),
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
});

export const newAdminUnit = ({ ids }: IdsAndClock, given: NewAdminUnit): AdminUnit => ({
	// unconfirmed: the form of this id
	admin_unit_id: ids.id('AU'),
	description: '',
	restrict_by_groups: false,
	restrict_by_integrations: false,
	admins: [],
	groups: [],
	integrations: [],
	...given,
});

/** Whether administrators may log in that way. */
export const newAdminAuthMethods = (): Record<string, boolean> => ({
	push_enabled: true,
	sms_enabled: true,
	voice_enabled: false,
	mobile_otp_enabled: true,
	yubikey_enabled: true,
	hardware_token_enabled: true,
	webauthn_enabled: false,
	verified_push_enabled: false,
});
