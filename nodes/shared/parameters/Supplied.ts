import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../errors/InputError';
import { quoted } from '../errors/quoted';

import { trimmed } from './characters';

/**
 * A value that a flow supplied for a parameter: anything at all, until one of the readers in this folder has
 * checked it.
 */
export class Supplied {
	constructor(
		readonly value: unknown,
		readonly property: INodeProperties,
		/** IANA name of the zone that the workflow runs in, e.g. `America/New_York`. */
		readonly timezone: string,
	) {}

	/** Another value of the same parameter, e.g. one entry of a list. */
	with(value: unknown): Supplied {
		return new Supplied(value, this.property, this.timezone);
	}

	/**
	 * The same, once it is certain that there is a value.
	 *
	 * @throws InputError for undefined and null.
	 */
	present(): this {
		const { value } = this;
		if (value === undefined || value === null) return this.refuseNothing();
		return this;
	}

	/**
	 * The one value, where no list is wanted: an expression often yields a list with a single entry.
	 *
	 * @throws InputError for undefined, null, and lists with no entry or several.
	 */
	single(): Supplied {
		const { value } = this.present();
		if (!Array.isArray(value)) return this.notBlank();
		if (value.length === 1) return this.with(value[0]).present().notBlank();
		return this.refuse(`is a list of ${value.length} values`, 'Give it a single value.');
	}

	/** An empty text may be meant; one of blanks is a slip. */
	private notBlank(): this {
		const { value } = this;
		const isBlank = typeof value === 'string' && value !== '' && trimmed(value) === '';
		if (!isBlank) return this;
		return this.refuse('contains only blanks', 'Check its expression. An empty text must be really empty.');
	}

	/** @throws InputError always, naming the parameter. */
	refuse(fault: string, hint = ''): never {
		throw new InputError(`“${this.property.displayName}” ${fault}`, hint);
	}

	/** @throws InputError always: a value was wanted. */
	refuseEmpty(): never {
		return this.refuse('is empty', EMPTY_HINT);
	}

	/** What the value looks like in a message, which never repeats a secret. */
	get shown(): string {
		const { value, property } = this;
		if (property.typeOptions?.password) return 'what it holds';
		if (typeof value === 'string') return quoted(value);
		if (Array.isArray(value)) return 'a list';
		if (isDate(value) || isDateTime(value)) return 'a date';
		return value === undefined ? 'undefined' : (scalarText(value) ?? 'an object');
	}

	private refuseNothing(): never {
		return this.refuse(
			'is empty',
			`Its expression gives ${String(this.value)}: the input item may lack the field that the expression names, or the expression may fail. Where there may be no value, say what to use instead, e.g. {{ $json.field ?? "" }} for an empty text.`,
		);
	}
}

const EMPTY_HINT = 'Fill it in, or check its expression: the field that it names may be empty in this item.';

/** A text, number or boolean as text; undefined for everything else. */
export function scalarText(value: unknown): string | undefined {
	if (typeof value === 'string') return value;
	const isScalar = typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
	return isScalar ? String(value) : undefined;
}

/** The dates of `$now`. */
export function isDateTime(value: unknown): value is { toMillis(): number } {
	const isObject = typeof value === 'object' && value !== null;
	return isObject && 'toMillis' in value && typeof value.toMillis === 'function';
}

/** Also for dates from another realm, as expressions may yield them. */
export function isDate(value: unknown): value is Date {
	return Object.prototype.toString.call(value) === '[object Date]';
}
