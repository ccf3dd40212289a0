/** Faults that a test wants some request to meet. */
import type { Fault } from '../types';

/** What a fault can be told to look for in a request. */
export interface Target {
	method: string;
	path: string;
	host: string;
	account?: string;
	user?: string;
	rawBody?: string;
}

/** Misfortunes waiting for a request that fits them. */
export class Faults {
	private waiting: { fault: Fault; seen: number; struck: number }[] = [];

	add(fault: Fault): void {
		this.waiting.push({ fault, seen: 0, struck: 0 });
	}

	clear(): void {
		this.waiting = [];
	}

	/** The fault that strikes this request; each request counts for every fault that it fits. */
	strike(target: Target): Fault | undefined {
		let struck: Fault | undefined;
		for (const entry of this.waiting) {
			if (!fits(entry.fault, target)) continue;
			entry.seen++;
			const due = entry.seen > (entry.fault.after ?? 0) && entry.struck < (entry.fault.times ?? 1);
			if (due && !struck) {
				entry.struck++;
				struck = entry.fault;
			}
		}
		return struck;
	}
}

function fits(fault: Fault, { method, path, host, account, user, rawBody = '' }: Target): boolean {
	if (fault.method && fault.method.toUpperCase() !== method) return false;
	if (fault.host !== undefined && fault.host !== host) return false;
	if (fault.account !== undefined && fault.account !== account) return false;
	if (fault.user !== undefined && fault.user !== user) return false;
	if (fault.body !== undefined && !rawBody.includes(fault.body)) return false;
	if (fault.path === undefined) return true;
	return typeof fault.path === 'string'
		? fault.path === path
		: new RegExp(fault.path.source, fault.path.flags.replace(/[gy]/g, '')).test(path);
}
