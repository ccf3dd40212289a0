import type { IDataObject } from 'n8n-workflow';

import { toError } from '../errors/toError';

import { isDate, isDateTime, type Supplied } from './Supplied';

/** Duo's largest fields are pictures of some megabytes, as base64. */
const MAX_LENGTH = 8_000_000;

/**
 * Deeper than any object of Duo's; a much deeper one would overflow the stack of whoever walks through it.
 */
const MAX_DEPTH = 50;

const HINT = 'It looks like { "name": "value" }.';

/**
 * A JSON object, given as such or as text; without any members for an empty text.
 *
 * @throws InputError for everything else.
 */
export function readJson(supplied: Supplied): IDataObject {
	const { value } = supplied.single();
	const parsed = typeof value === 'string' ? parseJson(supplied, value) : value;
	if (!isObject(parsed)) return supplied.refuse('must be a JSON object', HINT);
	checkShape(supplied, parsed);
	return parsed;
}

/** Whether it has members of its own kind, which lists and dates have not. */
export function isObject(value: unknown): value is IDataObject {
	const hasMembers = typeof value === 'object' && value !== null && !Array.isArray(value);
	return hasMembers && !isDate(value) && !isDateTime(value);
}

/** @throws InputError for what is no JSON, without repeating it: it may hold a secret. */
export function parseJson(supplied: Supplied, text: string): unknown {
	if (text.length > MAX_LENGTH) {
		return supplied.refuse(`is ${text.length} characters long`, `At most ${MAX_LENGTH} make sense here.`);
	}
	if (text === '') return {};
	try {
		return JSON.parse(text);
	} catch (fault) {
		const reason = toError(fault).message.replace(/,? ?(\.\.\.)?".*"(\.\.\.)? is not valid JSON/s, '');
		return supplied.refuse('is not valid JSON', `${reason}. ${HINT}`);
	}
}

/** Level by level, because a function that calls itself would overflow the stack on what is refused here. */
function checkShape(supplied: Supplied, object: object): void {
	let level: object[] = [object];
	for (let depth = 1; level.length > 0; depth++) {
		if (depth > MAX_DEPTH) {
			supplied.refuse(
				`is nested more than ${MAX_DEPTH} levels deep`,
				'Duo has nothing that deep. Check its expression.',
			);
		}
		const values = level.flatMap((each) => Object.values(each) as unknown[]);
		if (values.some((value) => value === undefined || Number.isNaN(value))) {
			supplied.refuse(
				'has a member without a value',
				'Remove it, or fill it in: an expression inside may give nothing.',
			);
		}
		level = values.filter((value): value is object => typeof value === 'object' && value !== null);
	}
}
