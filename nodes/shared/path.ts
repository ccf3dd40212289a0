import { InputError } from './errors/InputError';

/**
 * A path of Duo's API with its IDs encoded: path`/admin/v1/users/${id}/phones`.
 *
 * @throws InputError when a value is empty or would change the path (`.`, `..`).
 */
export function path(texts: TemplateStringsArray, ...values: string[]): string {
	return texts.reduce((built, text, index) => built + segment(values[index - 1]!) + text);
}

function segment(value: string): string {
	if (value === '' || value === '.' || value === '..') {
		throw new InputError(`“${value}” is not an ID that Duo could know`);
	}
	return encodeURIComponent(value);
}
