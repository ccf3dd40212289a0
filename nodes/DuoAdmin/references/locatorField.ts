import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';

import { withArticle } from './id';
import { listSearchName } from './listSearch';
import type { ResourceKind } from './ResourceKind';

/** A resource locator: from the list; by whatever names the thing; and by one kind of name only. */
export function locatorField<T>(kind: ResourceKind<T>): INodeProperties {
	const { displayName, parameter, noun, names } = kind;
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
			listMode(kind, `Choose ${withArticle(noun)}…`),
			idMode(kind),
			...names.map((name) => textMode(name.mode, name.displayName, { placeholder: name.placeholder })),
		],
	};
}

/** The mode "From List" of a kind. */
export function listMode(kind: { parameter: string }, placeholder: string): INodePropertyMode {
	const typeOptions = { searchListMethod: listSearchName(kind), searchable: true };
	return { type: 'list', placeholder, typeOptions, ...{ displayName: 'From List', name: 'list' } };
}

/**
 * n8n chooses the mode of this name when a value is dragged onto the field, so it takes whatever names the
 * thing. Whatever it is called here, n8n shows it as “By ID”: only its hint and placeholder can tell.
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
