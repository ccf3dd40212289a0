import { InputError } from '../../shared/errors/InputError';

/** How things are told apart, in the words of the messages. */
interface Naming<T> {
	/** In the singular, e.g. "group". */
	noun: string;
	/** When it is not the noun with an s. */
	plural?: string;
	/** What `textOf` gives, e.g. "name". */
	label: string;
	/** What `idOf` gives, when people do not call it ID. */
	idLabel?: string;
	textOf(object: T): string;
	idOf(object: T): string;
}

/**
 * The one thing of a list that has this name. The same case wins; without it, the case does not matter.
 *
 * @throws InputError when there is none, or more than one.
 */
export function onlyMatch<T>(
	objects: readonly T[],
	wanted: string,
	{ noun, plural = `${noun}s`, label, idLabel = 'ID', textOf, idOf }: Naming<T>,
): T {
	const sameCase = objects.filter((object) => textOf(object) === wanted);
	const found = sameCase.length > 0 ? sameCase : objects.filter((object) => isSame(textOf(object), wanted));
	if (found.length === 1) return found[0]!;
	if (found.length === 0) {
		throw new InputError(`No ${noun} in Duo has the ${label} “${wanted}”`, 'Check the spelling.');
	}
	const candidates = found.map((object) => `${textOf(object)} is ${idOf(object)}`).join(', ');
	throw new InputError(
		`${found.length} ${plural} in Duo have the ${label} “${wanted}”`,
		`Name the one you mean by ${idLabel}: ${candidates}.`,
	);
}

function isSame(a: string, b: string): boolean {
	return a.toLowerCase() === b.toLowerCase();
}
