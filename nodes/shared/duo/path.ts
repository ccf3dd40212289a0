import { InputError } from '../errors/InputError';
import { quoted } from '../errors/quoted';

/** Duo's IDs have 20 characters, some keys a few more. */
const MAX_ID_LENGTH = 200;

/**
 * A path of Duo's API with its IDs encoded: path`/admin/v1/users/${id}/phones`.
 *
 * @throws InputError when a value is empty, far too long, or would change the path (`.`, `..`).
 */
export function path(texts: TemplateStringsArray, ...values: string[]): string {
	return texts.reduce((built, text, index) => built + segment(values[index - 1]!) + text);
}

function segment(value: string): string {
	if (value === '' || value === '.' || value === '..' || value.length > MAX_ID_LENGTH) {
		throw new InputError(`${quoted(value)} is not an ID that Duo could know`);
	}
	return encodeURIComponent(value);
}
