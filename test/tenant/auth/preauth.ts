/** Auth API: what a user may do to log in. */
import { routes, type Call } from '../http/router';
import { capabilitiesOf } from '../model/phones';
import type { Phone, User } from '../model/records';

import { effectiveStatus, maskedNumber, namedUser, phonesOf, tokensOf } from './people';

export const preauthRoutes = [routes(undefined, undefined).post('/auth/v2/preauth', preauth)];

const verifiedPushSeconds = 60;

function preauth(call: Call) {
	const { account, params } = call;
	const user = namedUser(call);
	if (!user) return call.tenant.options.deniesUnknownUsers ? deny(unknownUser) : enroll(call);
	const status = effectiveStatus(account, user);
	// unconfirmed: the words of all answers but the one for a user who has to log in
	if (status === 'bypass') return { result: 'allow', status_msg: 'Account is active' };
	if (status === 'locked out') return deny('Your account has been locked out due to excessive failures');
	// unconfirmed: that a user in the trash is denied like a disabled one
	if (status !== 'active') return deny('Your account is disabled and cannot access this application');
	const devices = devicesOf(call, user);
	if (devices.length === 0) return enroll(call);
	const token = params.text('trusted_device_token');
	if (token && account.trustedDevices.get(token) === user.user_id) {
		return { result: 'allow', status_msg: 'Remembered device' };
	}
	return { result: 'auth', status_msg: 'Account is active', devices, ...verifiedPush(call) };
}

/** Word for word, where the policy for new users denies access. */
const unknownUser =
	'The username you have entered cannot authenticate with Duo Security. Please contact your system administrator.';

const deny = (status_msg: string) => ({ result: 'deny', status_msg });

function enroll({ account, tenant }: Call) {
	const portal = `${tenant.url}/portal?code=${account.ids.hex(16)}`;
	return {
		result: 'enroll',
		status_msg: 'Enroll an authentication device to proceed',
		enroll_portal_url: portal,
	};
}

function devicesOf({ account }: Call, user: User) {
	const phones = phonesOf(account, user).map((phone) => ({
		device: phone.phone_id,
		type: 'phone',
		name: phone.name,
		number: maskedNumber(phone),
		display_name: displayName(phone),
		capabilities: capabilitiesOf(phone),
		...(phone.smsPasscodes[0] && { sms_nextcode: phone.smsPasscodes[0].charAt(0) }),
	}));
	const tokens = tokensOf(account, user).map((token) => ({
		device: token.token_id,
		type: 'token',
		name: token.serial,
		display_name: `Token (${token.serial})`,
	}));
	return [...phones, ...tokens];
}

function displayName(phone: Phone): string {
	const name = phone.name || phone.platform.replace(/^(Google|Apple) /, '');
	return phone.number === '' ? name : `${name} (${maskedNumber(phone)})`;
}

/** A code that the person will have to type into the phone, and the txid that the push has to carry. */
function verifiedPush({ account, params, tenant }: Call) {
	if (!tenant.options.verifiedPush || !params.flag('client_supports_verified_push')) return {};
	const txid = account.ids.uuid();
	const verification_code = account.ids.digits(3);
	account.verificationCodes.set(txid, verification_code);
	return { txid, verification_code, expiration: verifiedPushSeconds };
}
