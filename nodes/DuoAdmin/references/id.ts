import { InputError } from '../../shared/errors/InputError';
import { quoted } from '../../shared/errors/quoted';

/**
 * The first two letters of an ID tell what it names: user, phone, group, hardware token, application,
 * administrator, child account, endpoint, policy, WebAuthn credential, registered device. Other things have
 * IDs without a known beginning.
 */
const PREFIXES = ['DU', 'DP', 'DG', 'DH', 'DI', 'DE', 'DA', 'EP', 'PO', 'WA', 'CR'] as const;

export type Prefix = (typeof PREFIXES)[number];

/**
 * Whether a text has the form of an ID: 20 capital letters and digits, with the right beginning where that is
 * known.
 */
export function isId(text: string, prefix: Prefix | '' = ''): boolean {
	return text.startsWith(prefix) && /^[A-Z0-9]{20}$/.test(text);
}

/** Whether a text can only be meant as an ID, be it the right one: then it is no name. */
export function isMeantAsId(text: string): boolean {
	return PREFIXES.some((prefix) => isId(text, prefix));
}

/**
 * The ID itself when it has the right form.
 *
 * @param term what people call it, when that is not "<noun> ID".
 * @throws InputError otherwise, so that a mix-up is found before Duo is asked.
 */
export function expectId(text: string, prefix: Prefix, noun: string, term = `${noun} ID`): string {
	if (isId(text, prefix)) return text;
	throw new InputError(
		`${quoted(text)} is not ${withArticle(term)}`,
		`In Duo, ${withArticle(term)} is ${prefix} and 18 capital letters or digits.`,
	);
}

export function withArticle(noun: string): string {
	return `${/^[aeio]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}
