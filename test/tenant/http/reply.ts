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
  if (Array.isArray(value)) return `[${value.map(duoJson).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, member]) => member !== undefined);
    return `{${entries
      .sort(byKey)
      .map(([key, member]) => `${text(key)}: ${duoJson(member)}`)
      .join(', ')}}`;
  }
  return typeof value === 'string' ? text(value) : JSON.stringify(value ?? null);
}

const byKey = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);

const text = (value: string) =>
  JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
