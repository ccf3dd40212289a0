/** A value as text: a text as it is, nothing as an empty text, everything else as JSON. */
export function written(value: unknown): string {
	if (typeof value === 'string') return value;
	return value === undefined || value === null ? '' : JSON.stringify(value);
}
