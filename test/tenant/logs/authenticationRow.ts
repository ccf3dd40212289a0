/** Makes up rows of the authentication log. */
import type { Person, Scene } from './cast';
import { accessDevice, nowhere, somewhere } from './devices';
import type { AuthenticationRow } from './rowTypes';
import { isoMicros, seconds } from './times';

/** Factor, reason and result; what happens often stands here often. */
const outcomes = [
	['duo_push', 'user_approved', 'success'],
	['duo_push', 'user_approved', 'success'],
	['duo_push', 'user_approved', 'success'],
	['duo_push', 'no_response', 'denied'],
	['duo_push', 'user_marked_fraud', 'fraud'],
	['phone_call', 'user_approved', 'success'],
	['sms_passcode', 'valid_passcode', 'success'],
	['duo_mobile_passcode', 'invalid_passcode', 'denied'],
	['remembered_device', 'remembered_device', 'success'],
	['not_available', 'location_restricted', 'denied'],
] as const;
const withPhone: readonly string[] = ['duo_push', 'phone_call', 'sms_passcode', 'duo_mobile_passcode'];

export function authenticationRow(scene: Scene): AuthenticationRow {
	const { at, random, cast } = scene;
	const person = cast.person(random);
	const [factor, reason, result] = random.pick(outcomes);
	return {
		timestamp: seconds(at),
		isotimestamp: isoMicros(at, random.below(1000)),
		txid: random.uuid(),
		event_type: 'authentication',
		factor,
		reason,
		result,
		user: { key: person.key, name: person.name, groups: person.groups },
		application: { ...random.pick(cast.applications) },
		alias: '',
		email: person.email,
		access_device: accessDevice(scene),
		auth_device: authDevice(scene, person, factor),
		adaptive_trust_assessments: {},
		ood_software: null,
		trusted_endpoint_status: 'not trusted',
	};
}

function authDevice(scene: Scene, { phone }: Person, factor: string): AuthenticationRow['auth_device'] {
	if (!phone || !withPhone.includes(factor)) return { ...nowhere, key: null, name: null };
	return { ...somewhere(scene), key: phone.key, name: phone.number };
}
