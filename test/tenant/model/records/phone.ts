/** Phones, the people who hold them, and the links that activate them. */
import type { IdsAndClock } from './IdsAndClock';

/** How the person holding the phone reacts to a push or a call, or that it does not get through. */
export interface PhoneAnswer {
	answer: 'approve' | 'deny' | 'fraud' | 'none' | 'fail';
	afterMs: number;
}

export interface Phone {
	phone_id: string;
	number: string;
	extension: string;
	name: string;
	type: string;
	platform: string;
	model: string;
	activated: boolean;
	/** Derived from type, number and activation unless set. */
	capabilities?: string[];
	encrypted: string;
	fingerprint: string;
	screenlock: string;
	tampered: string;
	last_seen: string;
	predelay: string | null;
	postdelay: string | null;
	sms_passcodes_sent: boolean;
	/** Unused passcodes of the last text message. */
	smsPasscodes: string[];
	answer: PhoneAnswer;
}
export type NewPhone = Partial<Phone> & { users?: string[] };

/** A link that makes a phone a Duo Mobile device when it is opened. */
export interface Activation {
	code: string;
	phone_id: string;
	user_id?: string;
	expiration: number;
}

export const newPhone = ({ ids }: IdsAndClock, given: Partial<Phone>): Phone => ({
	phone_id: ids.id('DP'),
	number: '',
	extension: '',
	name: '',
	type: 'Mobile',
	platform: 'Google Android',
	model: 'Unknown',
	activated: true,
	encrypted: '',
	fingerprint: '',
	screenlock: '',
	tampered: '',
	last_seen: '',
	predelay: '0',
	postdelay: '0',
	sms_passcodes_sent: false,
	smsPasscodes: [],
	answer: { answer: 'approve', afterMs: 100 },
	...given,
});
