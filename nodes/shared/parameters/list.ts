import { parseJson } from './json';
import type { Supplied } from './Supplied';
import { readDigits, readText } from './text';

/** More than any field takes; the point is to refuse a table that ended up in a field. */
const MAX_ENTRIES = 10_000;

/**
 * The entries of a list, as they are: of a list, of JSON text, of a text with commas, or a single value.
 *
 * @throws InputError for entries without a value, and when all of them are empty texts.
 */
export function readEntries(supplied: Supplied): Supplied[] {
	const { value } = supplied.present();
	const entries = Array.isArray(value)
		? (value as unknown[])
		: typeof value === 'string'
			? split(supplied, value)
			: [value];
	if (entries.length > MAX_ENTRIES) {
		return supplied.refuse(`has ${entries.length} entries`, `At most ${MAX_ENTRIES} make sense here.`);
	}
	const faulty = entries.findIndex((entry) => entry === undefined || entry === null);
	if (faulty !== -1) {
		return supplied.refuse(`has an entry without a value: number ${faulty + 1}`, 'Check its expression.');
	}
	// Rows that were added in the editor and never filled in.
	const filled = entries.filter((entry) => entry !== '');
	if (filled.length === 0 && entries.length > 0) return supplied.refuseEmpty();
	return filled.map((entry) => supplied.with(entry));
}

/** Texts, each cleaned like a name; empty for an empty list or an empty text. */
export function readTexts(supplied: Supplied): string[] {
	return readEntries(supplied).map(readText);
}

/** Texts of digits whose leading zeros count. */
export function readDigitsList(supplied: Supplied): string[] {
	return readEntries(supplied).map(readDigits);
}

/** Texts of which each may hold commas: only a list, or JSON text of one, gives several. */
export function readTextsWithCommas(supplied: Supplied): string[] {
	const { value } = supplied.present();
	if (typeof value !== 'string' || isJsonList(value)) return readTexts(supplied);
	if (/[,;\n]/.test(value)) {
		return supplied.refuse(
			'is one text with commas or line breaks',
			'Pass several names as a list, e.g. {{ ["One", "Two"] }}.',
		);
	}
	return value === '' ? [] : [readText(supplied)];
}

function split(supplied: Supplied, text: string): unknown[] {
	if (isJsonList(text)) return parseJson(supplied, text) as unknown[];
	if (text !== '' && text.trim() === '') return [readText(supplied)];
	return text === '' ? [] : text.split(/[,;\n]/).filter((entry) => entry.trim() !== '');
}

function isJsonList(text: string): boolean {
	return /^\s*\[.*\]\s*$/s.test(text);
}
