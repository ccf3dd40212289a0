import { invalid } from '../http/errors';
import type { Call } from '../http/router';
import { capabilitiesOf } from '../model/phones';
import type { Phone, User } from '../model/records';
import { phonesOf } from './people';

export type Factor = 'push' | 'phone' | 'sms';

// unconfirmed: the order in which Duo tries the factors for "auto"
const bestFirst: Factor[] = ['push', 'phone', 'sms'];

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
