/**
 * Characters that format text and cannot be seen, e.g. U+200B or the marks of writing direction that come
 * with copied numbers.
 */
const INVISIBLE = /\p{Cf}/gu;

/** A name as people mean it: without invisible characters, with plain blanks only, composed, and trimmed. */
export function plain(text: string): string {
	return text
		.replace(INVISIBLE, '')
		.replace(/[\s\p{Z}]+/gu, ' ')
		.trim()
		.normalize('NFC');
}

/** The same for numbers and codes: full-width digits, as Japanese keyboards type them, become plain ones. */
export function plainDigits(text: string): string {
	return plain(text.normalize('NFKC'));
}

/** Blanks at both ends of a text, with the invisible characters among them. */
const EDGES = /^[\s\p{Z}\p{Cf}]+|[\s\p{Z}\p{Cf}]+$/gu;

export function trimmed(text: string): string {
	return text.replace(EDGES, '');
}

/**
 * Writing systems whose letters look like those of others. The East Asian ones are used together, and with
 * Latin letters.
 */
const SCRIPTS = [
	/\p{Script=Latin}/u,
	/\p{Script=Cyrillic}/u,
	/\p{Script=Greek}/u,
	/\p{Script=Armenian}/u,
	/\p{Script=Cherokee}/u,
	/\p{Script=Coptic}/u,
	/\p{Script=Georgian}/u,
	/\p{Script=Hebrew}/u,
	/\p{Script=Arabic}/u,
	/\p{Script=Lisu}/u,
	/\p{Script=Deseret}/u,
];

/**
 * Why a new name could be taken for somebody else's; undefined when nothing speaks against it. Source: the
 * profile “highly restrictive” of Unicode's technical standard 39, without its full tables.
 */
export function lookAlike(name: string): string | undefined {
	if (/[\p{C}]/u.test(name)) return 'contains characters that cannot be seen';
	if (/[^\P{Z} ]/u.test(name)) return 'contains unusual blanks';
	if (name.normalize('NFKC') !== name.normalize('NFC')) return 'contains characters that imitate others';
	if (SCRIPTS.filter((script) => script.test(name)).length > 1) {
		return 'mixes letters of several alphabets that look alike';
	}
	return undefined;
}
