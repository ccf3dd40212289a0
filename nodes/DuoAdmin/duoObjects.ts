/**
 * Duo's objects as the Admin API gives them, as far as the nodes look into them. Duo mixes null, empty text
 * and absent fields for "not set", lists included; read with that in mind. Source: Duo's Admin API
 * documentation.
 */

export interface DuoUser {
	user_id: string;
	username: string;
	/** `{ alias1: "…" }`, up to eight. */
	aliases?: Record<string, string> | null;
	email?: string;
	realname?: string | null;
	status?: string;
	is_enrolled?: boolean;
	phones?: DuoPhone[] | null;
	groups?: DuoGroup[] | null;
	tokens?: DuoToken[] | null;
	webauthncredentials?: DuoWebAuthnCredential[] | null;
}

export interface DuoPhone {
	phone_id: string;
	/** E.164 text, or empty for a tablet. */
	number: string;
	/** Digits, or empty. */
	extension?: string;
	name?: string;
	type?: string;
	platform?: string;
	model?: string;
	activated?: boolean;
	/** `auto`, `push`, `sms`, `phone`, `mobile_otp`. */
	capabilities?: string[] | null;
	/** UTC without a zone, or empty. */
	last_seen?: string;
	/**
	 * Absent where the phone stands inside a user. These users have no phones, and `is_enrolled` is always
	 * false.
	 */
	users?: DuoUser[] | null;
}

export interface DuoGroup {
	group_id: string;
	name: string;
	/** Capitalised in Duo's answers, lower case in requests. */
	status?: string;
}

export interface DuoToken {
	token_id: string;
	serial: string;
	type: string;
}

export interface DuoWebAuthnCredential {
	webauthnkey: string;
	credential_name?: string;
	label?: string;
}

/** Never holds the code itself: Duo shows that once, when it is made. */
export interface DuoBypassCode {
	bypass_code_id: string;
	user?: DuoUser;
}
