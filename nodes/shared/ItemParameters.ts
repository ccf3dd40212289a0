import type { IDataObject, IExecuteFunctions, INodeParameters, INodeProperties } from 'n8n-workflow';

import { asError } from './errors/halfDone';
import { InputError } from './errors/InputError';

/** A resource locator's value: how the user names a thing, and the name. */
export interface Locator<Mode extends string = string> {
	mode: Mode;
	value: string;
}

/**
 * The parameters of one operation for one item, read with their limits: whatever an expression yields,
 * an operation gets the type it asked for, or the user a message with the parameter's name.
 *
 * Every method throws InputError when the value does not fit.
 */
export class ItemParameters {
	constructor(
		private readonly n8n: IExecuteFunctions,
		private readonly properties: readonly INodeProperties[],
		private readonly itemIndex: number,
		/** The node's parameters as they are stored. */
		private readonly stored: INodeParameters,
	) {}

	/** A text without surrounding blanks that must not be empty. */
	text(name: string): string {
		return this.optionalText(name) ?? this.refuse(name, 'is empty', EMPTY_HINT);
	}

	/** A text without surrounding blanks, or undefined when it is empty. */
	optionalText(name: string): string | undefined {
		return this.asText(name, this.value(name));
	}

	/** Digits whose leading zeros count: a number from an expression has lost them and is refused. */
	digits(name: string): string {
		if (typeof this.value(name) === 'number') {
			this.refuse(name, 'is a number, which has no leading zeros', 'Pass it as text.');
		}
		return this.text(name);
	}

	/** A whole number within its limits. */
	number(name: string, { min = 0, max = Number.MAX_SAFE_INTEGER } = {}): number {
		return this.asNumber(name, this.value(name), min, max);
	}

	/** A boolean; also from texts and numbers that say the same. */
	flag(name: string): boolean {
		return this.asFlag(name, this.value(name));
	}

	/** One of the values of an options parameter. */
	choice<T extends string>(name: string): T {
		return this.value(name) as T;
	}

	/** The chosen values of a multi-options parameter. */
	choices(name: string): string[] {
		const chosen = this.value(name);
		return Array.isArray(chosen) ? (chosen as string[]) : [];
	}

	/** A text parameter with multiple values, without the empty ones. */
	texts(name: string): string[] {
		return this.asTexts(name, this.value(name));
	}

	/** A point in time as milliseconds, or undefined when it is empty. */
	time(name: string): number | undefined {
		const text = this.optionalText(name);
		if (text === undefined) return undefined;
		const time = Date.parse(text);
		return Number.isNaN(time) ? this.refuse(name, `is not a date and time: ${text}`) : time;
	}

	/** A JSON parameter that must be an object, given as such or as text; without any members when it is empty. */
	json(name: string): IDataObject {
		return this.asJson(name, this.value(name));
	}

	/** A resource locator. */
	locator<Mode extends string>(name: string): Locator<Mode> {
		const { mode, value } = this.value(name) as { mode: Mode; value: unknown };
		const text = this.asText(name, value) ?? this.refuse(name, 'is empty', EMPTY_HINT);
		return { mode, value: text };
	}

	/** A collection as it is stored. */
	object(name: string): IDataObject {
		return (this.value(name) ?? {}) as IDataObject;
	}

	/** The fields of a collection that the user added. */
	collection(name: string): Collection {
		const values = this.object(name);
		const options = this.properties.find((property) => property.name === name)?.options ?? [];
		return new Collection(values, options as INodeProperties[], this);
	}

	/** @internal Also for the fields of collections. */
	asText(name: string, value: unknown): string | undefined {
		if (value === undefined || value === null) return undefined;
		if (typeof value === 'object') {
			return this.refuse(name, 'is a list or an object, not a text', EMPTY_HINT);
		}
		const text = String(value).trim();
		return text === '' ? undefined : text;
	}

	/** @internal Also for the fields of collections. */
	asTexts(name: string, value: unknown): string[] {
		const values: unknown[] = Array.isArray(value) ? value : [value];
		return values.flatMap((each) => this.asText(name, each) ?? []);
	}

	/** @internal Also for the fields of collections. */
	asJson(name: string, value: unknown): IDataObject {
		const parsed = typeof value === 'string' ? this.parseJson(name, value) : (value ?? {});
		const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
		return isObject ? (parsed as IDataObject) : this.refuse(name, 'must be a JSON object', JSON_HINT);
	}

	/** @internal Also for the fields of collections. */
	asNumber(name: string, value: unknown, min: number, max: number): number {
		const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
		if (typeof number !== 'number' || !Number.isInteger(number) || number < min || number > max) {
			const limits = max === Number.MAX_SAFE_INTEGER ? `at least ${min}` : `from ${min} to ${max}`;
			return this.refuse(name, `must be a whole number ${limits}`);
		}
		return number;
	}

	/** @internal Also for the fields of collections. */
	asFlag(name: string, value: unknown): boolean {
		const text = this.asText(name, value)?.toLowerCase() ?? 'false';
		if (!['true', 'false', '1', '0'].includes(text)) this.refuse(name, 'must be true or false');
		return text === 'true' || text === '1';
	}

	/** @internal */
	refuse(name: string, fault: string, hint = ''): never {
		throw new InputError(`“${this.displayName(name)}” ${fault}`, hint);
	}

	private value(name: string): unknown {
		const stored = this.stored[name];
		return isPlain(stored) ? stored : this.n8n.getNodeParameter(name, this.itemIndex, undefined);
	}

	private parseJson(name: string, text: string): unknown {
		try {
			return text.trim() === '' ? {} : JSON.parse(text);
		} catch (fault) {
			// The parser's own words, without the text that it quotes: that may hold a secret.
			const reason = asError(fault).message.replace(/,? ?(\.\.\.)?".*"(\.\.\.)? is not valid JSON/s, '');
			return this.refuse(name, 'is not valid JSON', `${reason}. ${JSON_HINT}`);
		}
	}

	private displayName(name: string): string {
		const fields = this.properties.flatMap((property) => [
			property,
			...((property.options ?? []) as INodeProperties[]),
		]);
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

const EMPTY_HINT = 'Fill it in, or check its expression: the input item may lack the field that it names.';

const JSON_HINT = 'It looks like { "name": "value" }.';

/** The fields of a collection; those that the user did not add are undefined. */
export class Collection {
	constructor(
		private readonly values: IDataObject,
		private readonly fields: readonly INodeProperties[],
		private readonly parameters: ItemParameters,
	) {}

	has(name: string): boolean {
		return this.values[name] !== undefined;
	}

	/** A text; undefined when it was not added or is empty. */
	text(name: string): string | undefined {
		return this.parameters.asText(name, this.values[name]);
	}

	/** A text that may be set to empty; undefined only when it was not added. */
	clearableText(name: string): string | undefined {
		return this.has(name) ? (this.text(name) ?? '') : undefined;
	}

	/** A password: blanks around it count. Undefined when it was not added or is empty. */
	asTyped(name: string): string | undefined {
		return this.text(name) === undefined ? undefined : String(this.values[name]);
	}

	number(name: string, { min = 0, max = Number.MAX_SAFE_INTEGER } = {}): number | undefined {
		return this.has(name) ? this.parameters.asNumber(name, this.values[name], min, max) : undefined;
	}

	/** A boolean; its default when it was not added. */
	flag(name: string): boolean {
		const byDefault = this.fields.find((field) => field.name === name)?.default;
		return this.parameters.asFlag(name, this.values[name] ?? byDefault);
	}

	/** One of the values of an options field. */
	choice<T extends string>(name: string): T | undefined {
		return this.values[name] as T | undefined;
	}

	/** The chosen values of a multi-options field. */
	choices(name: string): string[] {
		const chosen = this.values[name];
		return Array.isArray(chosen) ? (chosen as string[]) : [];
	}

	/** A text field with multiple values, without the empty ones. */
	texts(name: string): string[] {
		return this.parameters.asTexts(name, this.values[name]);
	}

	/** A JSON object, given as such or as text; undefined when it was not added or is empty. */
	json(name: string): IDataObject | undefined {
		const object = this.parameters.asJson(name, this.values[name]);
		return Object.keys(object).length > 0 ? object : undefined;
	}

	/** The rows of a field that is a fixed collection, each read like a collection. */
	rows(name: string, group: string): Collection[] {
		const rows = ((this.values[name] ?? {}) as Record<string, IDataObject[]>)[group] ?? [];
		return rows.map((row) => new Collection(row, [], this.parameters));
	}

	/** Name and value pairs, as {@link pairsField} gives them. */
	pairs(name: string): Array<[name: string, value: string]> {
		const { pair = [] } = (this.values[name] ?? {}) as { pair?: IDataObject[] };
		return pair.map((entry) => [
			this.parameters.asText(name, entry.name) ?? this.parameters.refuse(name, 'has a pair without a name'),
			this.parameters.asText(name, entry.value) ?? '',
		]);
	}
}
