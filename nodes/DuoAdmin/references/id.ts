import type { INodePropertyMode } from 'n8n-workflow';

import { InputError } from '../../shared/errors/InputError';

/**
 * The first two letters of an ID tell what it names: user, phone, group, hardware token, application, administrator, child
 * account, endpoint, policy, WebAuthn credential, registered device. Other things have IDs without a known beginning.
 */
export type Prefix = 'DU' | 'DP' | 'DG' | 'DH' | 'DI' | 'DE' | 'DA' | 'EP' | 'PO' | 'WA' | 'CR';

export const BY_ID = { displayName: 'By ID', name: 'id' } as const;

/** The mode "By ID" of a resource locator. */
export function idMode(prefix: Prefix, noun: string): INodePropertyMode {
	return {
		...BY_ID,
		type: 'string',
		placeholder: `e.g. ${prefix}XXXXXXXXXXXXXXXXXX`,
		hint: `The 20 characters of the ${noun}’s ID, as at the end of its address in the Duo Admin Panel`,
	};
}

/**
 * The ID itself when it has the right form: 20 letters and digits with the right beginning.
 *
 * @param term what people call it, when that is not "<noun> ID".
 * @throws InputError otherwise, so that a mix-up is found before Duo is asked.
 */
export function expectId(text: string, prefix: Prefix, noun: string, term = `${noun} ID`): string {
	if (new RegExp(`^${prefix}[A-Z0-9]{18}$`).test(text)) return text;
	const article = /^[aeio]/.test(term) ? 'an' : 'a';
	throw new InputError(
		`“${text}” is not ${article} ${term}`,
		`In Duo, ${article} ${term} is ${prefix} and 18 capital letters or digits.`,
	);
}
