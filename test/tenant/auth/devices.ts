/** Which phone a login uses, and how. */
import { invalid } from '../http/errors';
import type { Call } from '../http/router';
import { capabilitiesOf } from '../model/phones';
import type { Phone, User } from '../model/records';

import { phonesOf } from './people';

export type Factor = 'push' | 'phone' | 'sms';

/** For "auto", which never sends a text. */
// unconfirmed: the order
const bestFirst: Factor[] = ['push', 'phone'];

/** The phone and the way to reach it, or Duo's refusal when none can do what is asked. */
export function chooseDevice({ account, params }: Call, user: User, factor: Factor | 'auto') {
	const device = params.required('device');
	const phones = phonesOf(account, user);
	const named = phones.filter((phone) => device === 'auto' || phone.phone_id === device);
	// unconfirmed: how a device that is not the user's is refused
	if (device !== 'auto' && ![...user.phones, ...user.tokens].includes(device)) throw invalid('device');
	for (const wanted of factor === 'auto' ? bestFirst : [factor]) {
		const phone = named.find((candidate) => can(candidate, wanted));
		if (phone) return { phone, factor: wanted };
	}
	throw invalid('no capable device');
}

const can = (phone: Phone, factor: Factor) => capabilitiesOf(phone).includes(factor);
