/** Puts what a test says about a log row into a made-up one. */
import type { Given } from './rowTypes';

type Plain = Record<string, unknown>;

/** The row with what the test says about it. */
export function merged<T extends object>(row: T, given: Given<T> | undefined): T {
	const result = { ...row } as Plain;
	for (const [name, value] of Object.entries(given ?? {})) {
		const old = result[name];
		result[name] = isPlain(old) && isPlain(value) ? merged(old, value) : value;
	}
	return result as T;
}

const isPlain = (value: unknown): value is Plain =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
