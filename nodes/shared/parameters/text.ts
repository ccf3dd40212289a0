import { lookAlike, plain, trimmed } from './characters';
import { isDate, isDateTime, type Supplied } from './Supplied';

/** Far more than Duo takes for any text; the point is to refuse a file that ended up in a field. */
const MAX_LENGTH = 20_000;

/** What a broken expression leaves in a text. */
const LEFT_BY_MISTAKE = /^(undefined|null|NaN|Infinity|-Infinity)$|\[object \w+\]/;

/**
 * A text that names something, or is compared: without invisible characters, with plain blanks only. Empty
 * only if the flow supplied an empty text.
 *
 * @throws InputError for what is no text, and for texts of blanks only.
 */
export function readText(supplied: Supplied): string {
	const text = raw(supplied);
	if (/[\n\r]/.test(trimmed(text))) {
		return supplied.refuse('contains a line break', 'Give it a text on one line.');
	}
	return plain(text);
}

/** A text for people, e.g. notes: as it was supplied, but for blanks around it. */
export function readProse(supplied: Supplied): string {
	return trimmed(raw(supplied));
}

/**
 * A secret: nothing is taken away, not even blanks. No message repeats it.
 *
 * @throws InputError when it holds what nobody can type.
 */
export function readSecret(supplied: Supplied): string {
	const secret = raw(supplied);
	if (!/\p{Cf}/u.test(secret)) return secret;
	return supplied.refuse(
		'contains characters that cannot be seen',
		'They may have been copied along. Type it anew.',
	);
}

/**
 * A name that is to become a user's.
 *
 * @param allowsLookAlikes whether the user has chosen to take any name.
 * @throws InputError when it could be taken for somebody else's name.
 */
export function readNewName(supplied: Supplied, allowsLookAlikes: boolean): string {
	if (allowsLookAlikes) return trimmed(raw(supplied));
	const name = trimmed(raw(supplied)).normalize('NFC');
	const fault = lookAlike(name);
	if (fault === undefined) return name;
	return supplied.refuse(
		`${fault}: ${characters(name)}`,
		'It could be taken for the name of another user. Type it anew; if it is meant, add “Allow Look-Alike Characters”.',
	);
}

/**
 * Digits whose leading zeros count.
 *
 * @throws InputError for a number, which has lost them.
 */
export function readDigits(supplied: Supplied): string {
	const { value } = supplied.single();
	if (typeof value === 'number' || typeof value === 'bigint') {
		return supplied.refuse('is a number, which has no leading zeros', 'Pass it as text.');
	}
	return readText(supplied);
}

/** @throws InputError for what is no text. Numbers become the digits that they stand for. */
function raw(supplied: Supplied): string {
	const one = supplied.single();
	const { value } = one;
	const text = typeof value === 'string' ? value : written(one);
	if (text.length > MAX_LENGTH) {
		return supplied.refuse(`is ${text.length} characters long`, `At most ${MAX_LENGTH} make sense here.`);
	}
	if (/[^\P{Cc}\t\n\r]/u.test(text)) return supplied.refuse('contains a control character');
	if (/\p{Cs}/u.test(text)) {
		return supplied.refuse(
			'contains half a character',
			'The text was cut in the middle of an emoji or the like.',
		);
	}
	if (LEFT_BY_MISTAKE.test(trimmed(text))) {
		return supplied.refuse(
			`is the text ${one.with(text).shown}`,
			'An expression seems to have put it there in place of a value that is missing or is no text.',
		);
	}
	return text;
}

function written(supplied: Supplied): string {
	const { value } = supplied;
	if (typeof value === 'bigint') return String(value);
	if (typeof value === 'number') {
		if (Number.isSafeInteger(value)) return String(value);
		const reason = Number.isInteger(value) ? 'too large to keep all its digits' : 'not a whole number';
		return supplied.refuse(`is a number that is ${reason}`, 'Pass it as text.');
	}
	const kind =
		isDate(value) || isDateTime(value)
			? 'a date'
			: typeof value === 'boolean'
				? 'true or false'
				: 'an object';
	return supplied.refuse(`is ${kind}, not a text`, 'Check its expression: it may name the wrong field.');
}

/** Each character that deserves a look, by its code: it may be impossible to see. */
function characters(name: string): string {
	const odd = Array.from(name).filter((character) => !/[\x20-\x7e]/.test(character));
	const codes = odd.map((character) => {
		const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
		return /[\p{C}\p{Z}\p{M}]/u.test(character) ? `U+${code}` : `${character} (U+${code})`;
	});
	return [...new Set(codes)].slice(0, 5).join(', ');
}
