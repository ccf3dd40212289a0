import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';

import { InputError } from '../errors/InputError';
import { toError } from '../errors/toError';

import { readChoice, readChoices, readOpenChoice } from './choice';
import { Collection, fieldsOf } from './Collection';
import { readFlag } from './flag';
import { readJson } from './json';
import { readDigitsList, readTexts, readTextsWithCommas } from './list';
import { readLocator, type Locator } from './locator';
import { readNumber } from './number';
import { Supplied } from './Supplied';
import { readDigits, readNewName, readProse, readText } from './text';
import { readTime } from './time';

/** The functions of n8n that parameters are read with. */
export interface ParameterSource {
	getNodeParameter(name: string, itemIndex: number): unknown;
	getTimezone(): string;
}

/**
 * The parameters of one operation for one item. Whatever a flow supplies for them, an operation gets the type
 * that it asks for, within the limits that the parameter declares, or the user a message with the parameter's
 * name. What counts as empty is written down in docs/values.md.
 *
 * Every method throws InputError when the value does not fit.
 */
export class ItemParameters {
	constructor(
		private readonly n8n: ParameterSource,
		private readonly properties: readonly INodeProperties[],
		private readonly itemIndex: number,
		/** The node's parameters as they are stored. */
		private readonly stored: INodeParameters,
	) {}

	/** A text that names something. */
	text(name: string): string {
		const supplied = this.supplied(name);
		return readText(supplied) || supplied.refuseEmpty();
	}

	/** The same, or undefined for an empty text. */
	optionalText(name: string): string | undefined {
		return readText(this.supplied(name)) || undefined;
	}

	/** A text for people, as it was supplied. */
	prose(name: string): string {
		const supplied = this.supplied(name);
		return readProse(supplied) || supplied.refuseEmpty();
	}

	/** A name that a user is to get: refused when it could be taken for another's, unless that is allowed. */
	newName(name: string, options: Collection): string {
		const supplied = this.supplied(name);
		return readNewName(supplied, options.flag('allowLookAlikes') ?? false) || supplied.refuseEmpty();
	}

	/** Digits whose leading zeros count. */
	digits(name: string): string {
		const supplied = this.supplied(name);
		return readDigits(supplied) || supplied.refuseEmpty();
	}

	/** A whole number within the limits that the parameter declares. */
	number(name: string): number {
		return readNumber(this.supplied(name));
	}

	flag(name: string): boolean {
		return readFlag(this.supplied(name));
	}

	/** One of the values of an options parameter. */
	choice<T extends string>(name: string): T {
		return readChoice(this.supplied(name)) as T;
	}

	/** The same, or another text that Duo may know. */
	openChoice(name: string): string {
		return readOpenChoice(this.supplied(name));
	}

	/** At least one of the values of a multi-options parameter. */
	choices<T extends string>(name: string): T[] {
		const supplied = this.supplied(name);
		const chosen = readChoices(supplied);
		return chosen.length > 0 ? (chosen as T[]) : supplied.refuseEmpty();
	}

	/** At least one text. */
	texts(name: string): string[] {
		const supplied = this.supplied(name);
		const texts = readTexts(supplied);
		return texts.length > 0 ? texts : supplied.refuseEmpty();
	}

	/** At least one text of digits whose leading zeros count. */
	digitsList(name: string): string[] {
		const supplied = this.supplied(name);
		const texts = readDigitsList(supplied);
		return texts.length > 0 ? texts : supplied.refuseEmpty();
	}

	/** At least one text, each of which may hold commas. */
	textsWithCommas(name: string): string[] {
		const supplied = this.supplied(name);
		const texts = readTextsWithCommas(supplied);
		return texts.length > 0 ? texts : supplied.refuseEmpty();
	}

	/** Texts, or undefined for an empty list. */
	optionalTexts(name: string): string[] | undefined {
		const texts = readTexts(this.supplied(name));
		return texts.length > 0 ? texts : undefined;
	}

	/** A point in time as milliseconds since 1970, or undefined when it is empty. */
	time(name: string): number | undefined {
		return readTime(this.supplied(name));
	}

	/** A JSON object, given as such or as text; without any members when it is empty. */
	json(name: string): IDataObject {
		return readJson(this.supplied(name));
	}

	locator<Mode extends string>(name: string): Locator<Mode> {
		return readLocator<Mode>(this.supplied(name));
	}

	/** The fields of a collection that the user added. */
	collection(name: string): Collection {
		return Collection.of(this.supplied(name));
	}

	/** @throws InputError always, naming the parameter. */
	refuse(name: string, fault: string, hint = ''): never {
		throw new InputError(`“${this.displayName(name)}” ${fault}`, hint);
	}

	private supplied(name: string): Supplied {
		const property = this.properties.find((each) => each.name === name);
		if (!property) throw new Error(`The operation has no parameter ${name}`);
		return new Supplied(this.value(property), property, this.n8n.getTimezone());
	}

	private value(property: INodeProperties): unknown {
		const stored = this.stored[property.name];
		if (isPlain(stored)) return stored;
		// n8n stores nothing for a parameter that is not shown.
		if (stored === undefined) return property.default;
		try {
			return this.n8n.getNodeParameter(property.name, this.itemIndex);
		} catch (fault) {
			throw expressionFault(property, toError(fault));
		}
	}

	private displayName(name: string): string {
		const fields = this.properties.flatMap((property) => [property, ...fieldsOf(property)]);
		return fields.find((property) => property.name === name)?.displayName ?? name;
	}
}

/** Without an expression, so the same for every item: asking n8n for each of thousands takes its time. */
function isPlain(stored: unknown): boolean {
	return (
		typeof stored === 'boolean' ||
		typeof stored === 'number' ||
		(typeof stored === 'string' && !stored.startsWith('='))
	);
}

function expressionFault({ displayName }: INodeProperties, fault: Error): Error {
	if (fault instanceof RangeError) {
		return new InputError(`“${displayName}” is nested too deeply`, 'Check its expression.');
	}
	const { description } = fault as { description?: unknown };
	const more = typeof description === 'string' ? ` ${description}` : '';
	return new InputError(`The expression of “${displayName}” fails: ${fault.message}`, more.trim());
}
