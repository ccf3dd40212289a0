import { InputError } from '../../shared/errors/InputError';
import { quoted } from '../../shared/errors/quoted';
import { plain } from '../../shared/parameters/characters';

/** One way in which things of a kind are told apart. */
export interface NameOf<T> {
	/** In the words of the messages, e.g. "name". */
	term: string;
	of: (object: T) => string | null | undefined;
}

/** What the messages call the things. */
interface Terms<T> {
	noun: string;
	/** When it is not the noun with an s. */
	plural?: string;
	/** What people call the ID, when that is something else. */
	idTerm?: string;
	idOf: (object: T) => string;
	/** What else tells two of the same name apart. */
	detail?: (object: T) => string;
}

/**
 * The one thing of a list that has this name, in any of the given ways. Within one way the same case wins;
 * without it, the case does not matter.
 *
 * @throws InputError when there is none, or more than one.
 */
export function onlyMatch<T>(
	objects: readonly T[],
	wanted: string,
	ways: ReadonlyArray<NameOf<T>>,
	{ noun, plural = `${noun}s`, idTerm = 'ID', idOf, detail }: Terms<T>,
): T {
	const hits = ways.flatMap((way) => matching(objects, wanted, way).map((object) => ({ object, way })));
	const found = new Map(hits.map((hit) => [idOf(hit.object), hit.object]));
	const [only] = found.values();
	if (only !== undefined && found.size === 1) return only;

	const terms = ways.map(({ term }) => term).join(' or ');
	if (found.size === 0) {
		throw new InputError(`No ${noun} in Duo has the ${terms} ${quoted(wanted)}`, 'Check the spelling.');
	}
	const candidates = hits.map(
		({ object, way }) => `${way.of(object) ?? ''} is ${idOf(object)}${detail ? ` (${detail(object)})` : ''}`,
	);
	throw new InputError(
		`${found.size} ${plural} in Duo have the ${terms} ${quoted(wanted)}`,
		`Name the one you mean by ${idTerm}: ${[...new Set(candidates)].slice(0, 10).join(', ')}.`,
	);
}

function matching<T>(objects: readonly T[], wanted: string, { of }: NameOf<T>): T[] {
	const sameCase = objects.filter((object) => of(object) === wanted);
	return sameCase.length > 0 ? sameCase : objects.filter((object) => key(of(object)) === key(wanted));
}

function key(text: string | null | undefined): string {
	return plain(text ?? '').toLowerCase();
}
