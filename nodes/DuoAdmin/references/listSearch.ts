import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import { duoOfEditor } from '../../shared/accounts/RunAccounts';
import type { Page } from '../../shared/duo/PagesAhead';
import { toNodeError } from '../../shared/errors/toNodeError';
import { DUO_ADMIN } from '../credential';
import type { DuoUser } from '../duoObjects';

import { nameOf, type ListedKind } from './ResourceKind';

/** Enough to fill the list; further ones come when the user scrolls. */
const ENOUGH = 20;

const DEFAULT_PAGE_SIZE = 500;

export type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** The name by which n8n finds the search of a kind, e.g. `searchPolicies`. */
export function listSearchName({ parameter }: Pick<ListedKind<never>, 'parameter'>): string {
	const plural = parameter.replace(/y$/, 'ie') + 's';
	return `search${plural.charAt(0).toUpperCase()}${plural.slice(1)}`;
}

/**
 * The search behind n8n's "From List". Duo cannot search by part of a name, so its pages are searched here,
 * as many as it takes to fill the list.
 */
export function listSearch<T>(kind: ListedKind<T>): ListSearch {
	const { path, pageSize = DEFAULT_PAGE_SIZE, permission = 'readResource' } = kind;
	return async function (this, filter = '', paginationToken) {
		const wanted = filter.trim().toLowerCase();
		const results: INodeListSearchItems[] = [];
		let offset: number | undefined = Number(paginationToken ?? 0);
		try {
			const duo = await duoOfEditor(this, DUO_ADMIN);
			while (offset !== undefined && results.length < ENOUGH) {
				const page: Page<T> = await duo.page<T>(path, offset, pageSize);
				const hits = page.objects.filter((object) => isHit(kind, object, wanted));
				results.push(...hits.map((object) => toEntry(kind, object)));
				offset = page.nextOffset;
			}
		} catch (fault) {
			throw toNodeError(fault, {
				node: this.getNode(),
				credentialName: DUO_ADMIN.name,
				permissions: [permission],
			});
		}
		return { results, paginationToken: offset === undefined ? undefined : String(offset) };
	};
}

function isHit<T>({ names, idOf, alsoFoundBy }: ListedKind<T>, object: T, wanted: string): boolean {
	const texts = [idOf(object), ...names.map(({ of }) => of(object)), ...(alsoFoundBy?.(object) ?? [])];
	return wanted === '' || texts.some((text) => text?.toLowerCase().includes(wanted));
}

function toEntry<T>(kind: ListedKind<T>, object: T): INodeListSearchItems {
	const { idOf, shown, word } = kind;
	return {
		name: shown?.(object) ?? nameOf(kind, object) ?? idOf(object),
		value: word?.standsFor(object) ? word.text : idOf(object),
	};
}

/** A name with the users who have the thing. */
export function withOwners(
	name: string,
	owners: ReadonlyArray<DuoUser | null | undefined> | null | undefined,
): string {
	const usernames = (owners ?? []).flatMap((owner) => owner?.username ?? []);
	return usernames.length > 0 ? `${name} (${usernames.join(', ')})` : name;
}
