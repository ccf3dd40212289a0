import type { INodePropertyOptions } from 'n8n-workflow';

import { plain } from './characters';
import { readEntries } from './list';
import { scalarText, type Supplied } from './Supplied';
import { readText } from './text';

/** So many allowed values fit into a message. */
const MAX_LISTED = 12;

/**
 * One of the values of an options parameter: named by its value or by its label, whatever the case.
 *
 * @throws InputError for everything else, with the allowed values.
 */
export function readChoice(supplied: Supplied): string {
	return chosen(supplied) ?? refuseUnknown(supplied);
}

/** The same where Duo knows more values than the options: any other text passes through. */
export function readOpenChoice(supplied: Supplied): string {
	const known = chosen(supplied);
	if (known !== undefined) return known;
	const { value } = supplied.single();
	return typeof value === 'string' && value !== '' ? readText(supplied) : refuseUnknown(supplied);
}

/**
 * Values of a multi-options parameter, each named like a choice: as a list, or as text with commas or JSON.
 * In their order, none twice; empty for an empty list.
 *
 * @throws InputError for everything else.
 */
export function readChoices(supplied: Supplied): string[] {
	const { value } = supplied.present();
	// A label may hold a comma itself.
	const whole = Array.isArray(value) ? undefined : chosen(supplied);
	if (whole !== undefined) return [whole];
	if (value === '') return supplied.refuseEmpty();
	return [...new Set(readEntries(supplied).map(readChoice))];
}

function chosen(supplied: Supplied): string | undefined {
	const text = scalarText(supplied.single().value);
	return text === undefined ? undefined : match(text, optionsOf(supplied));
}

/** The value itself, or else the value or label that differs in case and blanks only. */
function match(text: string, options: INodePropertyOptions[]): string | undefined {
	const wanted = key(text);
	const found =
		options.find(({ value }) => value === text) ??
		only(options.filter(({ value }) => key(String(value)) === wanted)) ??
		only(options.filter(({ name }) => key(name) === wanted));
	return found && String(found.value);
}

function only<T>(found: T[]): T | undefined {
	return found.length === 1 ? found[0] : undefined;
}

function key(text: string): string {
	return plain(text).toLowerCase();
}

function refuseUnknown(supplied: Supplied): never {
	const options = optionsOf(supplied);
	const one = supplied.single();
	const listed = options.slice(0, MAX_LISTED).map(({ name, value }) => {
		return key(name) === key(String(value)) || value === '' ? name : `${name} (${String(value)})`;
	});
	const rest = options.length - listed.length;
	const allowed = [...listed, ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ');
	const fault = one.value === '' ? 'is empty' : `cannot be ${one.shown}`;
	return supplied.refuse(fault, `Choose one of: ${allowed}.`);
}

function optionsOf({ property }: Supplied): INodePropertyOptions[] {
	return (property.options ?? []) as INodePropertyOptions[];
}
