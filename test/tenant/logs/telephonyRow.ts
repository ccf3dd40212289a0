/** Makes up rows of the telephony log. */
import type { Scene } from './cast';
import type { TelephonyRow } from './rowTypes';
import { isoMicros } from './times';

const contexts = ['administrator login', 'authentication', 'enrollment', 'verify'];

export function telephonyRow({ at, random, cast }: Scene): TelephonyRow {
	const type = random.pick(['sms', 'phone']);
	return {
		ts: isoMicros(at, random.below(1000)),
		telephony_id: random.uuid(),
		txid: random.uuid(),
		context: random.pick(contexts),
		credits: type === 'sms' ? 1 : 2,
		phone: cast.person(random).phone?.number ?? '+12025550199',
		type,
	};
}
