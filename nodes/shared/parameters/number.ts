import { plainDigits } from './characters';
import type { Supplied } from './Supplied';

/**
 * A whole number within the limits that the parameter declares; from 0 where it declares none. Also from
 * text.
 *
 * @throws InputError for everything else.
 */
export function readNumber(supplied: Supplied): number {
	const { minValue: min = 0, maxValue: max = Number.MAX_SAFE_INTEGER } = supplied.property.typeOptions ?? {};
	const { value } = supplied.single();
	const number = typeof value === 'string' ? fromText(value) : value;
	if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < min || number > max) {
		const limits = max === Number.MAX_SAFE_INTEGER ? `of at least ${min}` : `from ${min} to ${max}`;
		const given = value === '' ? 'It is empty.' : `It is ${supplied.single().shown}.`;
		return supplied.refuse(`must be a whole number ${limits}`, given);
	}
	return number;
}

function fromText(text: string): number {
	const digits = plainDigits(text);
	return /^[+-]?\d+(\.0+)?$/.test(digits) ? Number(digits) : NaN;
}
