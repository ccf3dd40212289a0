import type { IDataObject, INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { readChoice, readChoices, readOpenChoice } from './choice';
import { readFlag } from './flag';
import { isObject, readJson } from './json';
import { readEntries, readTexts } from './list';
import { readNumber } from './number';
import { Supplied } from './Supplied';
import { readNewName, readProse, readSecret, readText } from './text';

/** By the names that collections have in all nodes. */
const PURPOSES: Record<string, 'update' | 'filter'> = { updateFields: 'update', filters: 'filter' };

/**
 * The fields of a collection. Those that the user did not add are undefined; one that was added must have a
 * value, unless a method says otherwise.
 *
 * Every method throws InputError when the value does not fit.
 */
export class Collection {
	private constructor(
		private readonly values: IDataObject,
		private readonly fields: readonly INodeProperties[],
		private readonly timezone: string,
		private readonly purpose: 'update' | 'filter' | 'row' | 'other',
	) {}

	/** Whether the fields change something that exists: then an empty text or list clears what Duo has. */
	get isUpdate(): boolean {
		return this.purpose === 'update';
	}

	/**
	 * @throws InputError for what is no collection, and for fields that it does not have: a misspelt filter
	 * would filter nothing.
	 */
	static of(supplied: Supplied): Collection {
		const { property, timezone } = supplied;
		const fields = fieldsOf(property);
		return new Collection(objectOf(supplied, fields), fields, timezone, PURPOSES[property.name] ?? 'other');
	}

	has(name: string): boolean {
		return name in this.values;
	}

	/** A text that names something. */
	text(name: string): string | undefined {
		return this.unlessEmpty(name, readText);
	}

	/** The same; an empty text clears what Duo has, and where there is nothing yet it is left out. */
	clearableText(name: string): string | undefined {
		return this.unlessNothingToClear(this.read(name, readText));
	}

	/** A text for people, as it was supplied. */
	prose(name: string): string | undefined {
		return this.unlessEmpty(name, readProse);
	}

	/** A text for people; an empty text clears what Duo has, and where there is nothing yet it is left out. */
	clearableProse(name: string): string | undefined {
		return this.unlessNothingToClear(this.read(name, readProse));
	}

	/** A name that a user is to get: refused when it could be taken for another's, unless that is allowed. */
	newName(name: string): string | undefined {
		return this.read(
			name,
			(supplied) => readNewName(supplied, this.allowsLookAlikes) || supplied.refuseEmpty(),
		);
	}

	/** Names like {@link newName}; an empty list or text clears what Duo has. */
	clearableNewNames(name: string): string[] | undefined {
		const names = this.read(name, (supplied) =>
			readEntries(supplied).map((entry) => readNewName(entry, this.allowsLookAlikes)),
		);
		return this.unlessNothingToClear(names);
	}

	/** A password: nothing is taken from it, not even blanks. */
	secret(name: string): string | undefined {
		return this.read(name, (supplied) => readSecret(supplied) || supplied.refuseEmpty());
	}

	/** A whole number within the limits that the field declares. */
	number(name: string): number | undefined {
		return this.read(name, readNumber);
	}

	flag(name: string): boolean | undefined {
		return this.read(name, readFlag);
	}

	/** A boolean where Duo wants 0 or 1. */
	bit(name: string): 0 | 1 | undefined {
		return this.read(name, (supplied) => (readFlag(supplied) ? 1 : 0));
	}

	/** One of the values of an options field. */
	choice<T extends string>(name: string): T | undefined {
		return this.read(name, readChoice) as T | undefined;
	}

	/** The same, or another text that Duo may know. */
	openChoice(name: string): string | undefined {
		return this.read(name, readOpenChoice);
	}

	/** At least one of the values of a multi-options field. */
	choices<T extends string>(name: string): T[] | undefined {
		return this.read(name, (supplied) => {
			const chosen = readChoices(supplied);
			return chosen.length > 0 ? (chosen as T[]) : supplied.refuseEmpty();
		});
	}

	/** At least one text. */
	texts(name: string): string[] | undefined {
		return this.unlessEmpty(name, readTexts);
	}

	/** Texts; an empty list or text clears what Duo has, and where there is nothing yet it is left out. */
	clearableTexts(name: string): string[] | undefined {
		return this.unlessNothingToClear(this.read(name, readTexts));
	}

	/** A JSON object with members, given as such or as text. */
	json(name: string): IDataObject | undefined {
		return this.unlessEmpty(name, readJson);
	}

	/** The rows of a field that is a fixed collection, each read like a collection. */
	rows(name: string, group: string): Collection[] {
		return (
			this.read(name, (supplied) => {
				const fields = groupOf(supplied.property, group).values;
				return rowsOf(supplied, group).map(
					(row) => new Collection(objectOf(row, fields), fields, this.timezone, 'row'),
				);
			}) ?? []
		);
	}

	/** Name and value pairs, as `pairsField` has them. Also from an object, whose members are the pairs. */
	pairs(name: string): Array<[name: string, value: string]> {
		return this.read(name, pairsOf) ?? [];
	}

	/** @throws InputError always, naming the field. */
	refuse(name: string, fault: string, hint = ''): never {
		return this.supplied(name).refuse(fault, hint);
	}

	/** Where something is created, or an option given. */
	private get mayBeEmpty(): boolean {
		return this.purpose === 'other';
	}

	private get allowsLookAlikes(): boolean {
		return this.flag('allowLookAlikes') ?? false;
	}

	/**
	 * What was added and is empty is refused where it would change or choose nothing, and left out where it may
	 * be missing.
	 */
	private unlessEmpty<T extends string | object>(
		name: string,
		reader: (supplied: Supplied) => T,
	): T | undefined {
		return this.read(name, (supplied) => {
			const value = reader(supplied);
			const isEmpty = value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
			if (!isEmpty) return value;
			return this.mayBeEmpty ? undefined : supplied.refuseEmpty();
		});
	}

	private unlessNothingToClear<T extends string | string[]>(value: T | undefined): T | undefined {
		return value?.length === 0 && !this.isUpdate ? undefined : value;
	}

	private read<T>(name: string, reader: (supplied: Supplied) => T): T | undefined {
		return this.has(name) ? reader(this.supplied(name)) : undefined;
	}

	private supplied(name: string): Supplied {
		const field = this.fields.find((each) => each.name === name);
		if (!field) throw new Error(`The collection has no field ${name}`);
		return new Supplied(this.values[name], field, this.timezone);
	}
}

/** The fields of a collection. */
export function fieldsOf({ type, options = [] }: INodeProperties): INodeProperties[] {
	return type === 'collection' ? (options as INodeProperties[]) : [];
}

function groupOf({ options = [] }: INodeProperties, name: string): INodePropertyCollection {
	const group = (options as INodePropertyCollection[]).find((each) => each.name === name);
	if (!group) throw new Error(`The fixed collection has no group ${name}`);
	return group;
}

function objectOf(supplied: Supplied, fields: readonly INodeProperties[]): IDataObject {
	const { value } = supplied.present();
	if (!isObject(value))
		return supplied.refuse('must hold fields, not a single value or a list', 'Give an object.');
	const unknown = Object.keys(value).find((name) => !fields.some((field) => field.name === name));
	if (unknown === undefined) return value;
	const names = fields.map(({ name }) => name).join(', ');
	return supplied.refuse(`has no field ${supplied.with(unknown).shown}`, `Its fields are: ${names}.`);
}

function rowsOf(supplied: Supplied, group: string): Supplied[] {
	const { value } = supplied.present();
	if (!isObject(value)) return supplied.refuse(`must be an object with the list “${group}”`);
	const rows = value[group] ?? [];
	const strangers = Object.keys(value).filter((name) => name !== group);
	if (strangers.length > 0) return supplied.refuse(`must be an object with the list “${group}” only`);
	return (Array.isArray(rows) ? rows : [rows]).map((row) => supplied.with(row));
}

function pairsOf(supplied: Supplied): Array<[name: string, value: string]> {
	const { value } = supplied.present();
	const isRows = isObject(value) && (Object.keys(value).length === 0 || typeof value.pair === 'object');
	if (isObject(value) && !isRows) {
		return Object.entries(value).map(([name, each]) => [name, readProse(supplied.with(each))]);
	}
	return rowsOf(supplied, 'pair').map((row) => {
		const pair = row.value;
		if (!isObject(pair)) return supplied.refuse('has a pair that is no object');
		const name = readText(supplied.with(pair.name)) || supplied.refuse('has a pair without a name');
		return [name, readProse(supplied.with(pair.value))];
	});
}
