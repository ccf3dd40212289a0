import { millisecondsOf } from '../../../../shared/duo/duoTime';
import type { DuoToken } from '../../../duoObjects';

import type { GraphPhone, GraphUser } from './graphUser';
import { entity, milliseconds, type Entity } from './model';

/** The first of its owners gives a phone without a name one. */
export function phoneEntity(phone: GraphPhone, owner?: GraphUser): Entity {
	return entity('duo_phone', phone.phone_id, {
		id: phone.phone_id,
		deviceId: phone.phone_id,
		name: phone.name || readableName(phone, owner),
		category: phone.type?.toLowerCase() === 'landline' ? 'landline' : 'mobile',
		// JupiterOne wants these two of every device; Duo does not know them.
		make: null,
		serial: null,
		model: phone.model,
		platform: platformOf(phone.platform),
		activated: phone.activated,
		encrypted: phone.encrypted === 'Encrypted',
		tampered: phone.tampered,
		phoneNumber: phone.number,
		extension: phone.extension,
		lastSeenOn: phone.last_seen ? millisecondsOf(phone.last_seen) : undefined,
		userId: owner?.user_id,
		username: owner?.username,
		email: owner?.email,
	});
}

/** “Zoe Quist’s Google Pixel 9”, or “Mobile +15555550101” for a phone that nobody has. */
function readableName({ model, platform, type, number, phone_id }: GraphPhone, owner?: GraphUser): string {
	const device = [model, platform, type].find((text) => text && text !== 'Unknown') ?? 'Phone';
	return owner ? `${owner.realname || owner.username}’s ${device}` : `${device} ${number || phone_id}`;
}

/** In the words that JupiterOne has for platforms. */
function platformOf(platform?: string | null): string {
	const known = ['android', 'ios', 'windows', 'linux', 'darwin'];
	return known.find((word) => platform?.toLowerCase().includes(word)) ?? 'other';
}

export function tokenEntity({ token_id, serial, type }: DuoToken): Entity {
	return mfaDevice('token', token_id, { name: serial || token_id, serial, type });
}

/** The security keys, passkeys and built-in sensors of a user: nobody else has them. */
export function credentialEntities({ u2ftokens, webauthncredentials }: GraphUser): Entity[] {
	const u2f = (u2ftokens ?? []).map(({ registration_id: id, date_added }) =>
		mfaDevice('u2f', id, { name: id, createdOn: milliseconds(date_added) }),
	);
	const webAuthn = (webauthncredentials ?? []).map(
		({ webauthnkey: id, credential_name, label, date_added }) =>
			mfaDevice('webauthn', id, {
				name: credential_name || label || id,
				createdOn: milliseconds(date_added),
			}),
	);
	return [...u2f, ...webAuthn];
}

function mfaDevice(
	factorType: 'token' | 'u2f' | 'webauthn',
	id: string,
	properties: { name: string; serial?: string; type?: string; createdOn?: number },
): Entity {
	return entity('mfa_device', `mfa-device:${id}`, { id, factorType, ...properties });
}
