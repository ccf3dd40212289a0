import type { INodePropertyMode } from 'n8n-workflow';

import { plain } from './characters';
import { scalarText, type Supplied } from './Supplied';
import { readText } from './text';

/** A resource locator's value: how the user names a thing, and the name. */
export interface Locator<Mode extends string = string> {
	mode: Mode;
	value: string;
}

/**
 * What a resource locator holds. A plain text or number in its place, as workflows made by other programs
 * have it, is taken as the mode `id`, which n8n itself chooses when a value is dragged onto the field.
 *
 * @throws InputError for an unknown mode, and when nothing is named.
 */
export function readLocator<Mode extends string>(supplied: Supplied): Locator<Mode> {
	const { value } = supplied.single();
	const isLocator = typeof value === 'object' && value !== null && 'value' in value;
	const given = supplied.with(isLocator ? value.value : value);
	const mode = isLocator && 'mode' in value ? modeNamed(supplied, value.mode) : anyMode(supplied);
	return { mode: mode.name as Mode, value: readText(given) || given.refuseEmpty() };
}

function modeNamed(supplied: Supplied, wanted: unknown): INodePropertyMode {
	const { modes = [] } = supplied.property;
	if (wanted === undefined || wanted === '') return anyMode(supplied);
	const key = (text: string) => plain(text).toLowerCase();
	const term = key(scalarText(wanted) ?? '');
	const found = modes.find(({ name, displayName }) => key(name) === term || key(displayName) === term);
	if (found) return found;
	const names = modes.map(({ name }) => name).join(', ');
	return supplied.refuse(`has no mode ${supplied.with(wanted).shown}`, `Its modes are: ${names}.`);
}

function anyMode({ property: { modes = [] } }: Supplied): INodePropertyMode {
	return modes.find(({ name }) => name === 'id') ?? modes.find(({ type }) => type !== 'list') ?? modes[0]!;
}
