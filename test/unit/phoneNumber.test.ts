/** Phone numbers in all spellings, and those that are none. */
import fc from 'fast-check';

import {
	isSameNumber,
	normalizePhoneNumber,
	numberKey,
	storedPhoneNumber,
} from '../../nodes/DuoAdmin/phoneNumber';
import { InputError } from '../../nodes/shared/errors/InputError';

describe('a phone number', () => {
	it.each([
		['+1 555 555 0101', '', '+15555550101', ''],
		['+15555550101', 'DE', '+15555550101', ''],
		['(555) 555-0101', 'US', '+15555550101', ''],
		['555.555.0101', 'CA', '+15555550101', ''],
		['1 555 555 0101', 'US', '+15555550101', ''],
		['030 123456', 'DE', '+4930123456', ''],
		['0049 30 123456', 'DE', '+4930123456', ''],
		['011 49 30 123456', 'US', '+4930123456', ''],
		['+44 (0)20 7946 0958', '', '+442079460958', ''],
		['+39 06 1234 5678', '', '+390612345678', ''],
		['+1 555 555 0101 ext. 12', '', '+15555550101', '12'],
		['+1 555 555 0101 x007', '', '+15555550101', '007'],
		['555-555-0101 extension 12', 'US', '+15555550101', '12'],
		['+1 555 555 0101;ext=12', '', '+15555550101', '12'],
		// As numbers are copied from web pages, contact lists and chats.
		['tel:+1-555-555-0101', '', '+15555550101', ''],
		['tel:+15555550101;ext=12', '', '+15555550101', '12'],
		['\u202a+1 555 555 0101\u202c', '', '+15555550101', ''],
		['\u200e+1\u00a0555\u202f555\u20090101\u200b', '', '+15555550101', ''],
		['\ufeff\t+1 555 555 0101\t', '', '+15555550101', ''],
		['＋１ ５５５ ５５５ ０１０１', '', '+15555550101', ''],
		['+1 555\u2011555\u20130101', '', '+15555550101', ''],
	])('%j with default country %j is %s', (text, country, number, extension) => {
		expect(normalizePhoneNumber(text, country)).toEqual({ number, extension });
	});

	it('takes an extension given beside it before one written with it', () => {
		expect(normalizePhoneNumber('+1 555 555 0101 x12', '', '34')).toEqual({
			number: '+15555550101',
			extension: '34',
		});
	});

	it.each([
		'',
		'12',
		'+1 555',
		'call +1 555 555 0101',
		'+1 555 555 0101 or 0102',
		'+999 555 0101',
		'+1555555010155555555',
		'DPXXXXXXXXXXXXXXXXXX',
	])('is not %j', (text) => {
		expect(() => normalizePhoneNumber(text, 'US')).toThrow(InputError);
	});

	it.each([
		[
			'555 555 0101',
			'',
			'Write it with + and country code, e.g. +1 555 555 0101, or choose a default country.',
		],
		['+1 555', '', 'Write it with + and country code, e.g. +1 555 555 0101.'],
		['555', 'US', 'Write it with + and country code, e.g. +1 555 555 0101.'],
	])('%j with default country %j is refused with a fitting hint', (text, country, hint) => {
		const refusal = expect.objectContaining({ message: `“${text}” is not a phone number`, hint }) as Error;
		expect(() => normalizePhoneNumber(text, country)).toThrow(refusal);
	});

	it('is the same however its digits are set apart', () => {
		const digits = fc.stringMatching(/^[2-9]\d{2}[2-9]\d{6}$/);
		const gaps = fc.array(fc.constantFrom('', ' ', '-', '.'), { minLength: 10, maxLength: 10 });
		fc.assert(
			fc.property(digits, gaps, (national, between) => {
				const spelled = [...national]
					.map((digit, index) => (index === 0 ? '' : between[index]!) + digit)
					.join('');
				const plain = { number: `+1${national}`, extension: '' };
				expect(normalizePhoneNumber(`+1 ${spelled}`)).toEqual(plain);
				expect(normalizePhoneNumber(spelled, 'US')).toEqual(plain);
				expect(normalizePhoneNumber(plain.number)).toEqual(plain);
			}),
		);
	});
});

describe('a number that Duo holds', () => {
	it.each([
		[{ number: '5555550101' }, { number: '+15555550101', extension: '' }],
		[
			{ number: '+1 (555) 555-0101', extension: '12' },
			{ number: '+15555550101', extension: '12' },
		],
		[{ number: '' }, undefined],
		[{ number: 'reception' }, undefined],
	])('%j is %j', (phone, number) => {
		expect(storedPhoneNumber(phone)).toEqual(number);
	});

	it('is compared with its extension, and none is like another', () => {
		const plain = { number: '+15555550101', extension: '' };
		const desk = { ...plain, extension: '12' };

		expect(isSameNumber(plain, { ...plain })).toBe(true);
		expect(isSameNumber(plain, desk)).toBe(false);
		expect(isSameNumber(undefined, undefined)).toBe(false);
		expect(new Set([plain, desk, { number: '+155555501011', extension: '2' }].map(numberKey)).size).toBe(3);
	});
});
