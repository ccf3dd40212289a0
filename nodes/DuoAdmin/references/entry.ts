import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';

import { InputError } from '../../shared/errors/InputError';
import type { ItemParameters } from '../../shared/ItemParameters';
import type { ItemCall } from '../../shared/operation';
import { path } from '../../shared/path';
import { BY_ID, expectId, idMode, type Prefix } from './id';

/** A kind of thing that has no name that Duo could be asked for: it is chosen from a list, or named by its ID. */
interface EntryKind {
	/** As the parameter is called, e.g. "Endpoint". */
	displayName: string;
	/** The parameter's name: stored in users' workflows. */
	name: string;
	/** Within a sentence, e.g. "endpoint". */
	noun: string;
	searchListMethod: string;
	/** The path of the list; an entry's own path is that and its ID. */
	path: string;
	/** How its IDs begin, where that is known. */
	prefix?: Prefix;
}

/** The one way to name an entry of this kind, to look it up, and to delete it. */
export function entry<T>(kind: EntryKind) {
	const { displayName, name, noun, searchListMethod, prefix } = kind;
	const idOf = (params: ItemParameters) => {
		const { value } = params.locator(name);
		return prefix ? expectId(value, prefix, noun) : expectNoWord(value, noun);
	};
	const pathOf = (params: ItemParameters) => kind.path + path`/${idOf(params)}`;
	const find = async ({ params, duo }: ItemCall) => single(await duo.get<T | T[]>(pathOf(params)), noun);

	return {
		/** The ID that the parameter holds. */
		idOf,

		/** The path of the entry that the parameter names. */
		pathOf,

		/** The entry that the parameter names. */
		find,

		/** For operations that change the entry that an item names. */
		touches: ({ params }: Pick<ItemCall, 'params'>) => [idOf(params)],

		field: (): INodeProperties => ({
			displayName,
			name,
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			required: true,
			description: `The ${noun}: from the list, or by ID`,
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					placeholder: `Choose ${/^[aeio]/.test(noun) ? 'an' : 'a'} ${noun}…`,
					typeOptions: { searchListMethod, searchable: true },
				},
				prefix ? idMode(prefix, noun) : plainIdMode(),
			],
		}),

		/** Deletes it. Looked up first: Duo answers a delete with success even when there is no such entry. */
		remove: async (call: ItemCall): Promise<T> => {
			const found = await find(call);
			await call.duo.delete(pathOf(call.params));
			return found;
		},
	};
}

function plainIdMode(): INodePropertyMode {
	return { ...BY_ID, type: 'string', hint: 'The ID that Get Many gives' };
}

/** Of some kinds, even one entry is said to come as a list. */
export function single<T>(reply: T | T[], noun: string): T {
	const [found] = Array.isArray(reply) ? reply : [reply];
	if (found !== undefined) return found;
	throw new InputError(`Duo does not find the ${noun}`, 'It may have been deleted. Get Many gives the IDs.');
}

/** Some words lead to lists of other things in Duo, e.g. `shared_device_auth` among the desktop authenticators. */
function expectNoWord(text: string, noun: string): string {
	if (!/^[a-z_]+$/.test(text)) return text;
	throw new InputError(`“${text}” is not the ID of a ${noun}`, 'Get Many gives the IDs.');
}
