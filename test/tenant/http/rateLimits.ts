import type { Limits } from '../types';
import { tooMany } from './errors';

const minute = 60_000;

/** Counts an account's calls of the last minute by kind and refuses those above the limits. */
export class RateLimits {
  private readonly times: Record<string, number[]> = {};

  constructor(private readonly limits: Limits) {}

  check(account: string, method: string, path: string, params: Record<string, unknown>): void {
    const kinds = kindsOf(method, path, params).filter((kind) => this.limits[kind] !== undefined);
    const now = Date.now();
    for (const kind of kinds) {
      const recent = (this.times[`${account} ${kind}`] ?? []).filter((time) => time > now - minute);
      this.times[`${account} ${kind}`] = recent;
      if (recent.length >= (this.limits[kind] ?? Infinity)) throw tooMany();
    }
    for (const kind of kinds) this.times[`${account} ${kind}`]?.push(now);
  }
}

function kindsOf(method: string, path: string, params: Record<string, unknown>): (keyof Limits)[] {
  if (method !== 'GET') return ['writes'];
  if (/\/logs\/|\/trust_monitor\//.test(path)) return ['reads', 'logs'];
  const offset = params.offset ?? params.next_offset;
  if (offset !== undefined && offset !== '0' && offset !== '') return ['reads', 'pages'];
  return isList(path) ? ['reads', 'lists'] : ['reads'];
}

/** /admin/v1/users is a list, /admin/v1/users/DU… is not, /admin/v1/users/DU…/phones is one again. */
const isList = (path: string) => path.startsWith('/admin/') && path.split('/').length % 2 === 0;
