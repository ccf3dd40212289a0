/** What Duo makes of the values of a phone: numbers, platforms and capabilities. */
import { invalid } from '../http/errors';

import type { Phone } from './records';

export const phoneTypes = ['unknown', 'mobile', 'landline'] as const;

/** What a caller writes, and what Duo answers. */
// unconfirmed: the capitals of the rarer platforms in Duo's answers
export const platforms: Record<string, string> = {
	unknown: 'Unknown',
	'google android': 'Google Android',
	'apple ios': 'Apple iOS',
	'windows phone 7': 'Windows Phone',
	'windows phone': 'Windows Phone',
	'rim blackberry': 'RIM Blackberry',
	'java j2me': 'Java J2ME',
	'palm webos': 'Palm WebOS',
	'symbian os': 'Symbian OS',
	'windows mobile': 'Windows Mobile',
	'generic smartphone': 'Generic Smartphone',
};

/** E.164 text; without a plus it becomes a number of the United States. */
export function normaliseNumber(text: string): string {
	const bare = text.replace(/[\s().-]/g, '');
	if (bare === '') return '';
	// unconfirmed: that eleven digits starting with 1 are read as a full American number
	const number = bare.startsWith('+') ? bare : /^1\d{10}$/.test(bare) ? `+${bare}` : `+1${bare}`;
	const valid = number.startsWith('+1') ? /^\+1[2-9]\d{2}[2-9]\d{6}$/ : /^\+[2-9]\d{6,14}$/;
	if (!valid.test(number)) throw invalid('number');
	return number;
}

export function capabilitiesOf(phone: Phone): string[] {
	if (phone.capabilities) return phone.capabilities;
	const mobile = phone.type === 'Mobile';
	const app = phone.activated ? ['push'] : [];
	const text = mobile && phone.number ? ['sms'] : [];
	const call = phone.number ? ['phone'] : [];
	const otp = phone.activated ? ['mobile_otp'] : [];
	const direct = [...app, ...text, ...call];
	return [...(phone.activated ? ['auto'] : []), ...direct, ...otp];
}
