import type { FaultKind } from '../types';
import { NestedPage, Page } from './reply';

/** The page as a fault leaves it: out of order, empty, or with an offset that leads nowhere new. */
export function disturbed(result: unknown, kind: FaultKind | undefined, askedOffset: unknown): unknown {
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
