import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';

import type { Duo } from '../../shared/duo/Duo';
import { path } from '../../shared/duo/path';
import type { ItemCall } from '../../shared/engine/ItemCall';
import { DuoApiError } from '../../shared/errors/DuoApiError';
import { InputError } from '../../shared/errors/InputError';
import { permissionLabels, type Permission } from '../../shared/errors/permissions';
import { quoted } from '../../shared/errors/quoted';
import { toError } from '../../shared/errors/toError';

import { expectId, isId, isMeantAsId, withArticle, type Prefix } from './id';
import { onlyMatch, type NameOf } from './onlyMatch';

/** A name by which people know a thing, beside its ID: a mode of the resource locator. */
export interface ResourceName<T> extends NameOf<T> {
	/** Stored in users' workflows: never change it. */
	mode: string;
	/** As the mode is called, e.g. "Name". */
	displayName: string;
	placeholder: string;
}

/** A kind of thing in Duo that a parameter can name. */
export interface ResourceKind<T> {
	/** As the parameter is called, e.g. "Group". */
	displayName: string;
	/** The parameter's name: stored in users' workflows, never change it. */
	parameter: string;
	/** Within a sentence, e.g. "group". */
	noun: string;
	/** When it is not the noun with an s. */
	plural?: string;
	searchListMethod: string;
	/** The path of the list. */
	path: string;
	/** The path of one, without its ID, when that is another; null when Duo has no call for one. */
	onePath?: string | null;
	/** The largest page that Duo gives for the list. */
	pageSize?: number;
	/** Whether an entry of the list says less than the call for one. */
	listIsShort?: boolean;
	/** What looking one up by its name takes; reading resources when absent. */
	permission?: Permission;
	/** How its IDs begin, where that is known. */
	prefix?: Prefix;
	/** A word that stands for one of them, in place of its ID. */
	word?: string;
	/** What people call its ID, e.g. "integration key". */
	idTerm?: string;
	/** Where people find the ID. */
	idHint?: string;
	idOf: (object: T) => string;
	/** What else tells two of the same name apart. */
	detail?: (object: T) => string;
	/** The best one first. */
	names: ReadonlyArray<ResourceName<T>>;
	/** What of a reply may leave the node, where that is not all of it. */
	cleaned?: <Reply>(reply: Reply) => Reply;
	/** Checks what is taken for an ID, where its form is not known. */
	checkId?: (text: string) => void;
}

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
		await duo.once(`${parameter} ${id}`, async () => cleaned(single(await getOne(duo, id), noun)));

	const list = async (duo: Duo): Promise<T[]> =>
		await duo.once(`${parameter} list`, async () => {
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
		if (value === kind.word) return value;
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
		 * The thing that the parameter names. Each is asked for once per run. Duo can search none of them by name, so for a name
		 * they are listed once per run.
		 *
		 * @throws InputError when there is none, or more than one.
		 */
		find,

		/** All of them, asked for once per run. */
		list,

		/** The ID of the thing that the parameter names, without asking Duo where the parameter holds it. */
		idIn: async (call: ItemCall): Promise<string> => givenId(call) ?? idOf(await find(call)),

		pathOf: (object: T): string => onePath + path`/${idOf(object)}`,

		/**
		 * What an item is about, see {@link Subject}. By its name too: it may be an earlier item that makes the thing, or gives
		 * it that name.
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
			duo.forget(`${parameter} `);
		},

		/** Deletes it. Looked up first: Duo answers a delete with success even when there is no such thing. */
		remove: async (call: ItemCall): Promise<T> => {
			const found = await find(call);
			await call.duo.delete(onePath + path`/${givenId(call) ?? idOf(found)}`);
			return found;
		},
	};
}

/** A resource locator: from the list; by whatever names the thing; and by one kind of name only. */
function locatorField<T>(kind: ResourceKind<T>): INodeProperties {
	const { displayName, parameter, noun, names, searchListMethod } = kind;
	const idTerm = kind.idTerm ?? 'ID';
	const terms = [idTerm, ...names.map(({ term }) => term)];
	return {
		displayName,
		name: parameter,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description: `The ${noun}: from the list, or by ${either(terms)}`,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: `Choose ${withArticle(noun)}…`,
				typeOptions: { searchListMethod, searchable: true },
			},
			idMode(kind),
			...names.map((name) => textMode(name.mode, name.displayName, { placeholder: name.placeholder })),
		],
	};
}

/**
 * n8n chooses the mode of this name when a value is dragged onto the field, so it takes whatever names the thing. Whatever it is
 * called here, n8n shows it as “By ID”: only its hint and placeholder can tell.
 */
function idMode<T>({ noun, prefix, names, idTerm = 'ID', idHint }: ResourceKind<T>): INodePropertyMode {
	const titles = [idTerm === 'ID' ? 'ID' : titleCase(idTerm), ...names.map(({ displayName }) => displayName)];
	const form = `${prefix} and 18 letters or digits, as at the end of its address in the Duo Admin Panel`;
	const [first] = names;
	const takes = first
		? `Takes ${either([withArticle(idTerm), ...names.map(({ term }) => withArticle(term))])}. `
		: '';
	return textMode('id', `By ${either(titles)}`, {
		placeholder: first?.placeholder ?? (prefix ? `e.g. ${prefix}XXXXXXXXXXXXXXXXXX` : undefined),
		hint: takes + (idHint ?? (prefix ? `The ${noun}’s ID is ${form}.` : 'Get Many gives the IDs.')),
	});
}

function textMode(name: string, displayName: string, more: Partial<INodePropertyMode>): INodePropertyMode {
	return { type: 'string', ...more, ...{ displayName, name } };
}

/** A, B or C. */
export function either(terms: readonly string[]): string {
	return terms.length < 2 ? terms.join('') : `${terms.slice(0, -1).join(', ')} or ${terms.at(-1)}`;
}

function titleCase(text: string): string {
	return text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
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

/** For {@link ResourceKind.checkId}: some words lead to lists of other things, e.g. `shared_device_auth` among the desktop authenticators. */
export function refuseWord(noun: string) {
	return (text: string): void => {
		if (!/^[a-z_]+$/.test(text)) return;
		throw new InputError(`${quoted(text)} is not the ID of ${withArticle(noun)}`, 'Get Many gives the IDs.');
	};
}
