import type { DuoPhone, DuoToken, DuoUser, DuoWebAuthnCredential } from '../../../duoObjects';

/** A user as the list of users gives them, with what the graph takes from there. */
export interface GraphUser extends DuoUser {
	firstname?: string | null;
	lastname?: string | null;
	notes?: string;
	/** Seconds. */
	created?: number;
	last_login?: number | null;
	phones?: GraphPhone[] | null;
	tokens?: DuoToken[] | null;
	u2ftokens?: Array<{ registration_id: string; date_added?: number }> | null;
	webauthncredentials?: Array<DuoWebAuthnCredential & { date_added?: number }> | null;
}

export interface GraphPhone extends DuoPhone {
	/** `Encrypted`, `Unencrypted`, `Unknown`, or empty; likewise `tampered`. */
	encrypted?: string;
	tampered?: string;
}
