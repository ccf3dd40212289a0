/** A process of its own for the tenant, so that its work and its memory are not the contenders'. */
import { startTenant, type Tenant } from '../tenant';
import { Transaction, type AuthState } from '../tenant/auth/transaction';

import { caseNamed } from './cases';
import { serve } from './channel';
import { replaceClocks, setAhead } from './clock';
import { LIMITS, ROUND_TRIP } from './limits';
import type { Seen, TenantOrder, TenantReady } from './messages';

replaceClocks();

let tenant: Tenant;

const answers: Record<string, number> = {};

/** Notes when each push is answered. */
const original = Object.getOwnPropertyDescriptor(Transaction.prototype, 'change')!;
const change = original.value as (this: Transaction, state: AuthState) => void;
Transaction.prototype.change = function (state) {
	answers[this.txid] = Date.now();
	change.call(this, state);
};

serve({
	async open({ caseName, isLimited }: TenantOrder): Promise<TenantReady> {
		tenant = await startTenant({
			childHosts: 0,
			latencyMs: ROUND_TRIP,
			limitsPerMinute: isLimited ? LIMITS : {},
		});
		const names = caseNamed(caseName).fill(tenant);
		const { keys, certificate } = tenant;
		const plain = ({ host, integrationKey, secretKey }: Tenant['keys']['admin']) => ({
			host,
			integrationKey,
			secretKey,
		});
		return {
			names,
			certificate,
			keys: { admin: plain(keys.admin), auth: plain(keys.auth), accounts: plain(keys.accounts) },
		};
	},

	jump: (ahead: number) => {
		setAhead(ahead);
	},

	/** What was seen since the last time. */
	tell: (): Seen => {
		const requests = tenant.requests.splice(0);
		const statusCalls: Record<string, number> = {};
		for (const { path, params } of requests) {
			const txid = String(params.txid);
			if (path === '/auth/v2/auth_status') statusCalls[txid] = (statusCalls[txid] ?? 0) + 1;
		}
		return {
			calls: requests.length,
			refused: requests.filter(({ status }) => status === 429).length,
			answers,
			statusCalls,
		};
	},
});
