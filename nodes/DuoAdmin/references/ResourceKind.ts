import type { Permission } from '../../shared/errors/permissions';

import type { Prefix } from './id';
import type { NameOf } from './onlyMatch';

/** A name by which people know a thing, beside its ID: a mode of the resource locator. */
export interface ResourceName<T> extends NameOf<T> {
	/** Stored in users' workflows: never change it. */
	mode: string;
	/** As the mode is called, e.g. "Name". */
	displayName: string;
	placeholder: string;
}

/** How Duo lists the things of a kind, and how people recognize one in a list. */
export interface ListedKind<T> {
	/** The name of the parameter that names one of them: stored in users' workflows, never change it. */
	parameter: string;
	/** The path of the list. */
	path: string;
	/** The largest page that Duo gives for the list; 500 where absent. */
	pageSize?: number;
	/** What looking one up takes; reading resources where absent. */
	permission?: Permission;
	idOf: (object: T) => string;
	/** The best one first. */
	names: ReadonlyArray<NameOf<T>>;
	/** How one is shown in a list, where that is not its name. */
	shown?: (object: T) => string;
	/** What else of it a search in a list may hit. */
	alsoFoundBy?: (object: T) => Array<string | null | undefined>;
	/** A word that stands for one of them, in place of its ID. */
	word?: { text: string; standsFor: (object: T) => boolean };
}

/** A kind of thing in Duo that a parameter can name, see `reference`. */
export interface ResourceKind<T> extends ListedKind<T> {
	/** As the parameter is called, e.g. "Group". */
	displayName: string;
	/** Within a sentence, e.g. "group". */
	noun: string;
	/** Where that is not the noun with an s. */
	plural?: string;
	/** The path of one, without its ID, where that is another; null where Duo has no call for one. */
	onePath?: string | null;
	/** Whether an entry of the list says less than the call for one. */
	listIsShort?: boolean;
	/** How its IDs begin, where that is known. */
	prefix?: Prefix;
	/** What people call its ID, e.g. "integration key". */
	idTerm?: string;
	/** Where people find the ID. */
	idHint?: string;
	/** What else tells two of the same name apart. */
	detail?: (object: T) => string;
	names: ReadonlyArray<ResourceName<T>>;
	/** What of a reply may leave the node, where that is not all of it. */
	cleaned?: <Reply>(reply: Reply) => Reply;
	/** Checks what is taken for an ID, where its form is not known. */
	checkId?: (text: string) => void;
}

/** The best name that a thing has. */
export function nameOf<T>({ names }: ListedKind<T>, object: T): string | undefined {
	return names.map(({ of }) => of(object)).find((name) => name) ?? undefined;
}
