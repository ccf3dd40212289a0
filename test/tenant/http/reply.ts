/** What a handler may return besides a plain value for `response`. */
export class Page {
	constructor(
		readonly items: unknown[],
		readonly metadata: Metadata,
	) {}
}

export interface Metadata {
	total_objects: number;
	next_offset?: unknown;
	prev_offset?: number;
}

/** A page whose list and metadata stand inside the response, as in the logs. */
export class NestedPage {
	constructor(
		/** The name of the list. */
		readonly list: string,
		readonly items: unknown[],
		readonly metadata: object,
		/** The offset that leads to this very page. */
		readonly here: unknown,
	) {}

	get response() {
		return { [this.list]: this.items, metadata: this.metadata };
	}
}

/** A reply that is not in Duo's envelope: a picture, a page for people. */
export class Raw {
	constructor(
		readonly contentType: string,
		readonly body: Buffer | string,
	) {}
}

/** Sorted keys, blanks after comma and colon, ASCII only: the way Duo's own server prints JSON. */
export function duoJson(value: unknown): string {
	if (typeof value === 'string') return text(value);
	if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
	if (Array.isArray(value)) return `[${value.map(duoJson).join(', ')}]`;
	let members = '';
	for (const key of Object.keys(value).sort()) {
		const member = (value as Record<string, unknown>)[key];
		if (member !== undefined) members += `${members && ', '}${text(key)}: ${duoJson(member)}`;
	}
	return `{${members}}`;
}

const needsEscape = /["\\\u0000-\u001f\u007f-\uffff]/;

/** Most text needs no escapes, and a log has a lot of it. */
const text = (value: string) => (needsEscape.test(value) ? escaped(value) : `"${value}"`);

const escaped = (value: string) =>
	JSON.stringify(value).replace(
		/[\u007f-\uffff]/g,
		(char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
