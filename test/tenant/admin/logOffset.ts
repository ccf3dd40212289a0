/** How the logs of version 2 write down where a page ended. */
import { invalid } from '../http/errors';
import type { Params } from '../http/params';
import type { Position } from '../logs/journal';

export type EncodeOffset = (position: Position) => string | string[];

export const pair: EncodeOffset = ({ at, id }) => [String(at), id];
export const commaText: EncodeOffset = (position) => [pair(position)].flat().join(',');

/** Where the last page ended: one text with a comma in it, or the same parameter twice. */
export function decodeOffset(params: Params, name: string): Position | undefined {
	const value = params.values[name];
	if (value === undefined || value === '') return undefined;
	// signing sorts the values of a repeated parameter, so the time may be the second one
	const parts = Array.isArray(value)
		? [...(value as unknown[])].sort(timeFirst)
		: split(params.text(name) ?? '');
	const [time, id] = parts;
	if (parts.length !== 2 || !isTime(time) || typeof id !== 'string') throw invalid(name);
	return { at: Number(time), id };
}

const isTime = (value: unknown): value is string => typeof value === 'string' && /^\d{13}$/.test(value);

const timeFirst = (a: unknown, b: unknown) => Number(isTime(b)) - Number(isTime(a));

function split(text: string): string[] {
	const comma = text.indexOf(',');
	return comma < 0 ? [text] : [text.slice(0, comma), text.slice(comma + 1)];
}
