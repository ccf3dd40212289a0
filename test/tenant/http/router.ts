/** Finds the handler for a method and a path. */
import type { Account } from '../model/account';
import type { SimulatedTenant } from '../simulatedTenant';
import type { AdminPermission, ApiKey } from '../types';

import type { Params } from './params';

/** Everything a handler needs to know about the call it answers. */
export interface Call {
	tenant: SimulatedTenant;
	account: Account;
	key?: ApiKey;
	params: Params;
	/** The part of the path that stands at `:name`. */
	at: (name: string) => string;
}

export type Handler = (call: Call) => unknown;

export interface Route {
	method: string;
	pattern: string;
	handler: Handler;
	permission?: AdminPermission;
	/** Answered without a signature. */
	open?: boolean;
}

export interface Match {
	route: Route;
	values: Record<string, string>;
}

export class Router {
	private readonly routes: (Route & { regExp: RegExp; weight: number })[];

	constructor(routes: Route[]) {
		this.routes = routes
			.map((route) => ({
				...route,
				regExp: toRegExp(route.pattern),
				weight: route.pattern.split(':').length,
			}))
			// fixed words before placeholders: users/enroll is no user id
			.sort((a, b) => a.weight - b.weight);
	}

	find(method: string, path: string): Match | 'wrong verb' | undefined {
		const candidates = this.routes.filter((route) => route.regExp.test(path));
		const route = candidates.find((candidate) => candidate.method === method);
		if (!route) return candidates.length > 0 ? 'wrong verb' : undefined;
		return { route, values: { ...route.regExp.exec(path)?.groups } };
	}
}

const toRegExp = (pattern: string) => new RegExp(`^${pattern.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);

/** Routes whose reading needs one permission and whose writing another. */
export const routes = (read: AdminPermission | undefined, write: AdminPermission | undefined) => ({
	get: (pattern: string, handler: Handler): Route => ({ method: 'GET', pattern, handler, permission: read }),
	post: (pattern: string, handler: Handler): Route => ({
		method: 'POST',
		pattern,
		handler,
		permission: write,
	}),
	put: (pattern: string, handler: Handler): Route => ({ method: 'PUT', pattern, handler, permission: write }),
	delete: (pattern: string, handler: Handler): Route => ({
		method: 'DELETE',
		pattern,
		handler,
		permission: write,
	}),
});

export const resource = routes('adminapi_read_resource', 'adminapi_write_resource');
