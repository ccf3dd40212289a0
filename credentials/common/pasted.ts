import { written } from './written';

/**
 * A value of a credential without what copying adds to it: blanks and line breaks of any kind, and characters
 * that nobody sees. Full-width letters, digits and signs become the plain ones, dashes become hyphens. A host
 * or a key holds none of these.
 */
export function pasted(value: unknown): string {
	return written(value)
		.normalize('NFKC')
		.replace(UNSEEN, '')
		.replace(/\p{Dash_Punctuation}/gu, '-');
}

const UNSEEN = /[\p{White_Space}\p{Control}\p{Format}\p{Default_Ignorable_Code_Point}]/gu;
