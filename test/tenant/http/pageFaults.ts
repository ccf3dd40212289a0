/** Faults inside an answer: pages out of order, empty or repeated, and null in place of lists. */
import type { FaultKind } from '../types';

import { NestedPage, Page } from './reply';

/**
 * The reply as a fault leaves it: out of order, empty, with an offset that leads nowhere new, with odd lists.
 */
export function disturbed(result: unknown, kind: FaultKind | undefined, askedOffset: unknown): unknown {
	if (kind === 'nullLists' || kind === 'repeatedEntries') {
		const change = kind === 'nullLists' ? withNulls : repeated;
		if (result instanceof Page) return new Page(change(result.items) as unknown[], result.metadata);
		return change(result);
	}
	if (kind === 'descending' && Array.isArray(result)) return [...(result as unknown[])].reverse();
	if (result instanceof NestedPage) {
		const { items, metadata } = disturb(result, kind, result.here);
		return new NestedPage(result.list, items, metadata, result.here);
	}
	if (result instanceof Page) {
		const { items, metadata } = disturb(result, kind, Number(askedOffset ?? 0));
		return new Page(items, { ...result.metadata, ...metadata });
	}
	return result;
}

interface AnyPage {
	items: unknown[];
	metadata: object;
}

function disturb({ items, metadata }: AnyPage, kind: FaultKind | undefined, here: unknown): AnyPage {
	switch (kind) {
		case 'descending':
			return { items: [...items].reverse(), metadata };
		case 'repeatPage':
			return { items, metadata: { ...metadata, next_offset: here } };
		case 'emptyPageWithOffset':
			return { items: [], metadata: { ...metadata, next_offset: here } };
		case 'missingOffset':
			return { items, metadata: { ...metadata, next_offset: undefined } };
		default:
			return { items, metadata };
	}
}

/** What is empty inside objects becomes null; the outermost list stays one. */
function withNulls(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withNulls);
	return mapped(value, (each) => (isEmpty(each) ? null : withNulls(each)));
}

function repeated(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(repeated).flatMap((each) => [each, each]);
	return mapped(value, repeated);
}

/** The fields of a plain object, changed; anything else as it is. */
function mapped(value: unknown, change: (each: unknown) => unknown): unknown {
	if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
		return value;
	return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, change(each)]));
}

function isEmpty(value: unknown): boolean {
	return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
