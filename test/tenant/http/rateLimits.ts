/** Rate limits by kind of call. */
import type { Limits } from '../types';

import { tooMany, tooManyOfUser } from './errors';

const minute = 60_000;

/** Counts an account's calls of the last minute by kind and refuses those above the limits. */
export class RateLimits {
	private readonly times: Record<string, number[]> = {};

	constructor(
		private readonly limits: Limits,
		private readonly loginsOfUser = Infinity,
	) {}

	check(account: string, method: string, path: string, params: Record<string, unknown>): void {
		const kinds = kindsOf(method, path, params).filter((kind) => this.limits[kind] !== undefined);
		for (const kind of kinds) {
			if (this.recent(`${account} ${kind}`).length >= (this.limits[kind] ?? Infinity)) throw tooMany();
		}
		for (const kind of kinds) this.recent(`${account} ${kind}`).push(Date.now());
	}

	checkUser(account: string, userId: string): void {
		const recent = this.recent(`${account} ${userId}`);
		if (recent.length >= this.loginsOfUser) throw tooManyOfUser();
		recent.push(Date.now());
	}

	private recent(name: string): number[] {
		const oldest = Date.now() - minute;
		return (this.times[name] = (this.times[name] ?? []).filter((time) => time > oldest));
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
