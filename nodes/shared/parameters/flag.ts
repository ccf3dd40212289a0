import { plain } from './characters';
import { scalarText, type Supplied } from './Supplied';

const TRUE = ['true', '1', 'yes', 'on'];
const FALSE = ['false', '0', 'no', 'off'];

/**
 * A boolean; also from texts and numbers that say the same.
 *
 * @throws InputError for everything else: what is missing must never switch something on or off.
 */
export function readFlag(supplied: Supplied): boolean {
	const { value } = supplied.single();
	const word = plain(scalarText(value) ?? '').toLowerCase();
	if (TRUE.includes(word)) return true;
	if (FALSE.includes(word)) return false;
	const given = value === '' ? 'empty' : supplied.single().shown;
	return supplied.refuse('must be true or false', `It is ${given}.`);
}
