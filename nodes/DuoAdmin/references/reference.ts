import type { INodeProperties } from 'n8n-workflow';

import type { Duo } from '../../shared/duo/Duo';
import { path } from '../../shared/duo/path';
import type { ItemCall } from '../../shared/engine/ItemCall';
import { DuoApiError } from '../../shared/errors/DuoApiError';
import { InputError } from '../../shared/errors/InputError';
import { permissionLabels } from '../../shared/errors/permissions';
import { quoted } from '../../shared/errors/quoted';
import { toError } from '../../shared/errors/toError';

import { expectId, isId, isMeantAsId, withArticle } from './id';
import { listSearch } from './listSearch';
import { locatorField } from './locatorField';
import { onlyMatch, type NameOf } from './onlyMatch';
import type { ResourceKind } from './ResourceKind';

/** The one way to name a thing of this kind, to look it up, and to delete it. */
export function reference<T>(kind: ResourceKind<T>) {
	const { parameter, noun, prefix, names, idOf, cleaned = <Reply>(reply: Reply) => reply } = kind;
	const onePath = kind.onePath ?? kind.path;
	const hasCallForOne = kind.onePath !== null;

	/** Where the form of an ID is not known, a name in its place is only found out by Duo. */
	const getOne = async (duo: Duo, id: string): Promise<T | T[]> =>
		await duo.get<T | T[]>(onePath + path`/${id}`).catch((fault: unknown) => {
			if (prefix || !(fault instanceof DuoApiError && fault.status === 404)) throw toError(fault);
			throw new InputError(
				`No ${noun} in Duo has the ID ${quoted(id)}`,
				`It may have been deleted. Get Many gives the IDs. Duo says: ${fault.duoSays}.`,
			);
		});

	const get = async (duo: Duo, id: string): Promise<T> =>
		await duo.cache.once(`${parameter} ${id}`, async () => cleaned(single(await getOne(duo, id), noun)));

	const list = async (duo: Duo): Promise<T[]> =>
		await duo.cache.once(`${parameter} list`, async () => {
			const { pageSize } = kind;
			return cleaned(
				await duo.list<T>(kind.path, { pageSize }).catch((fault: unknown) => lookUpFault(fault, kind)),
			);
		});

	const isIdLike = (text: string) => (prefix ? isMeantAsId(text) : isId(text));

	/** The ID that the parameter holds; undefined when it holds a name, or may hold one. */
	const givenId = ({ params }: Pick<ItemCall, 'params'>): string | undefined => {
		const { mode, value } = params.locator(parameter);
		const mayBeName = mode === 'id' && names.length > 0;
		if (names.some((name) => name.mode === mode)) return undefined;
		if (value === kind.word?.text) return value;
		if (!hasCallForOne || (mayBeName && !isIdLike(value))) return undefined;
		kind.checkId?.(value);
		return prefix ? expectId(value, prefix, noun, kind.idTerm) : value;
	};

	const find = async (call: ItemCall): Promise<T> => {
		const id = givenId(call);
		if (id !== undefined) return await get(call.duo, id);

		const { mode, value } = call.params.locator(parameter);
		kind.checkId?.(value);
		const strict = names.filter((name) => name.mode === mode);
		const term = kind.idTerm ?? 'ID';
		const ways: ReadonlyArray<NameOf<T>> =
			strict.length > 0 ? strict : mode === 'list' ? [{ term, of: idOf }] : [{ term, of: idOf }, ...names];
		const found = onlyMatch(await list(call.duo), value, ways, kind);
		return kind.listIsShort ? await get(call.duo, idOf(found)) : found;
	};

	return {
		kind,

		/** The parameter. */
		field: (): INodeProperties => locatorField(kind),

		/**
		 * The thing that the parameter names. Each is asked for once per run. Duo can search none of them by
		 * name, so for a name they are listed once per run.
		 *
		 * @throws InputError when there is none, or more than one.
		 */
		find,

		/** All of them, asked for once per run. */
		list,

		/** The search behind “From List”. */
		search: listSearch(kind),

		/** The ID of the thing that the parameter names, without asking Duo where the parameter holds it. */
		idIn: async (call: ItemCall): Promise<string> => givenId(call) ?? idOf(await find(call)),

		pathOf: (object: T): string => onePath + path`/${idOf(object)}`,

		/**
		 * What an item is about, see {@link Subject}. By its name too: it may be an earlier item that makes the
		 * thing, or gives it that name.
		 */
		keys: async (call: ItemCall): Promise<string[]> => {
			const id = givenId(call);
			if (id !== undefined) return [id];
			const name = call.params.locator(parameter).value.toLowerCase();
			// Whatever prevents that is told when it is the item's turn.
			const found = await find(call).catch(() => undefined);
			return found === undefined ? [name] : [idOf(found), name];
		},

		/** Drops what the run remembers of them, after one was changed. */
		forget: (duo: Duo): void => {
			duo.cache.forget(`${parameter} `);
		},

		/** Deletes it. Looked up first: Duo answers a delete with success even when there is no such thing. */
		remove: async (call: ItemCall): Promise<T> => {
			const found = await find(call);
			await call.duo.delete(onePath + path`/${givenId(call) ?? idOf(found)}`);
			return found;
		},
	};
}

/** Of some kinds, even one entry is said to come as a list. */
export function single<T>(reply: T | T[], noun: string): T {
	const [found] = Array.isArray(reply) ? reply : [reply];
	if (found !== undefined) return found;
	throw new InputError(`Duo does not find the ${noun}`, 'It may have been deleted. Get Many gives the IDs.');
}

/** Naming a thing by its name may take a permission that the operation itself does not need. */
function lookUpFault<T>(
	fault: unknown,
	{ noun, plural = `${noun}s`, permission = 'readResource' }: ResourceKind<T>,
): never {
	if (!(fault instanceof DuoApiError && fault.status === 403)) throw toError(fault);
	throw new InputError(
		`Duo does not allow this application to look up ${plural} by name`,
		`In the Duo Admin Panel, open the application and grant ${permissionLabels([permission])}, or name the ${noun} by its ID. Duo says: ${fault.duoSays}.`,
	);
}

/**
 * For {@link ResourceKind.checkId}: some words lead to lists of other things, e.g. `shared_device_auth` among
 * the desktop authenticators.
 */
export function refuseWord(noun: string) {
	return (text: string): void => {
		if (!/^[a-z_]+$/.test(text)) return;
		throw new InputError(`${quoted(text)} is not the ID of ${withArticle(noun)}`, 'Get Many gives the IDs.');
	};
}
