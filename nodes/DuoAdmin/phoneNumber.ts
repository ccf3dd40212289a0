import { getCountries, parsePhoneNumberWithError, type CountryCode } from 'libphonenumber-js/min';
import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../shared/errors/InputError';
import { quoted } from '../shared/errors/quoted';
import { plainDigits } from '../shared/parameters/characters';

/** A phone number in the one form that can be compared. */
export interface PhoneNumber {
	/** E.164, e.g. `+15555550101`. */
	number: string;
	/** Digits, or empty. */
	extension: string;
}

/**
 * The E.164 form of a number as people write it; an extension may follow (`+1 555 555 0101 ext. 12`).
 *
 * Duo itself would take a number without `+` for a US one, so here that must be chosen.
 *
 * @param defaultCountry ISO code for numbers without `+`; empty to refuse them.
 * @throws InputError when it is no possible phone number.
 */
export function normalizePhoneNumber(text: string, defaultCountry = '', extension = ''): PhoneNumber {
	const written = plainDigits(text).replace(/^tel:/i, '');
	try {
		const parsed = parsePhoneNumberWithError(written, {
			defaultCountry: (defaultCountry || undefined) as CountryCode | undefined,
			extract: false,
		});
		if (parsed.isPossible()) {
			return { number: parsed.number, extension: extension || (parsed.ext ?? '') };
		}
	} catch {
		// The parser's own words ("INVALID_COUNTRY") help nobody; the message below does.
	}
	throw new InputError(
		`${quoted(text)} is not a phone number`,
		written.startsWith('+') || defaultCountry
			? 'Write it with + and country code, e.g. +1 555 555 0101.'
			: 'Write it with + and country code, e.g. +1 555 555 0101, or choose a default country.',
	);
}

/** The comparable form of a number that Duo holds; undefined for tablets and for texts that are no number. */
export function storedPhoneNumber(phone: { number: string; extension?: string }): PhoneNumber | undefined {
	if (!phone.number) return undefined;
	try {
		return normalizePhoneNumber(phone.number, 'US', phone.extension ?? '');
	} catch {
		return undefined;
	}
}

/** Whether two numbers are the same line, extension included. */
export function isSameNumber(a: PhoneNumber | undefined, b: PhoneNumber | undefined): boolean {
	return a !== undefined && b !== undefined && numberKey(a) === numberKey(b);
}

/** Equal for equal numbers. */
export function numberKey({ number, extension }: PhoneNumber): string {
	return extension ? `${number};ext=${extension}` : number;
}

/** For the numbers without `+`. Goes into a collection or beside a phone. */
export function defaultCountryField(): INodeProperties {
	return {
		displayName: 'Default Country',
		name: 'defaultCountry',
		type: 'options',
		options: [{ name: 'None (Number Must Start With +)', value: '' }, ...countries()],
		default: '',
		description: 'The country of phone numbers that are written without + and country code',
	};
}

function countries(): Array<{ name: string; value: string }> {
	const names = new Intl.DisplayNames(['en'], { type: 'region' });
	return getCountries()
		.map((code) => ({ name: names.of(code) ?? code, value: code }))
		.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
