/** The tenant behind the server: its accounts, keys, clock, faults and recorded requests. */
import { randomBytes } from 'node:crypto';

import { Faults } from './http/faults';
import type { Identity } from './http/identity';
import { RateLimits } from './http/rateLimits';
import { collectParams, hostOf, type WireRequest } from './http/wire';
import { Account } from './model/account';
import { Ids } from './model/ids';
import { greyPixel } from './model/logo';
import { Prompts } from './model/prompts';
import * as records from './model/records';
import {
	adminPermissions,
	type ApiKey,
	type NewApiKey,
	type RecordedRequest,
	type Tenant,
	type TenantOptions,
} from './types';

const defaults = {
	pushTimeoutMs: 60_000,
	clockSkewToleranceSeconds: 300,
	latencyMs: 0,
	deniesUnknownUsers: false,
	verifiedPush: false,
	rememberedDevices: false,
	logo: true,
};
const logDelaySeconds = 120;
const names = { admin: 'Admin API', auth: 'Auth API', accounts: 'Accounts API' };

/** The state of the whole tenant; the server and the handlers of all APIs share it. */
export class SimulatedTenant implements Tenant {
	readonly options: TenantOptions & typeof defaults;
	readonly requests: RecordedRequest[] = [];
	readonly faults = new Faults();
	readonly clock = { skewSeconds: 0 };
	readonly children = new Map<string, Account>();
	readonly prompts = new Prompts();
	readonly rateLimits: RateLimits;
	readonly account: Account;
	readonly keys: Tenant['keys'];
	private readonly apiKeys = new Map<string, ApiKey>();
	private readonly stopper = new AbortController();
	private readonly ids: Ids;
	private childrenMade = 0;

	constructor(
		options: TenantOptions,
		readonly host: string,
		readonly childHosts: readonly string[],
		readonly certificate: string,
		private readonly closeServers: () => Promise<void>,
	) {
		this.options = { ...defaults, ...options };
		this.rateLimits = new RateLimits(options.limitsPerMinute ?? {}, options.loginsOfUserPerMinute);
		this.ids = new Ids(String(options.sample?.seed ?? randomBytes(16).toString('hex')));
		this.account = this.newAccount('Parent account', this.host);
		this.keys = {
			admin: this.addKey({ api: 'admin' }),
			auth: this.addKey({ api: 'auth' }),
			accounts: this.addKey({ api: 'accounts' }),
		};
	}

	get url(): string {
		return `https://${this.host}`;
	}

	get logs() {
		return this.account.logs;
	}

	get logDelayMs(): number {
		return (this.options.logs?.delaySeconds ?? logDelaySeconds) * 1000;
	}

	get stopping(): AbortSignal {
		return this.stopper.signal;
	}

	nowMs(): number {
		return Date.now() + this.clock.skewSeconds * 1000;
	}

	/** Seconds, as most of Duo's times are. */
	now(): number {
		return Math.floor(this.nowMs() / 1000);
	}

	findKey(integrationKey: string): ApiKey | undefined {
		return this.apiKeys.get(integrationKey);
	}

	record(request: WireRequest, { integrationKey, signature }: Identity): RecordedRequest {
		const { method, path, rawQuery, headers, body } = request;
		const params = readable(() => collectParams(request));
		const rawBody = body.toString('utf8');
		const at = Date.now();
		const record = {
			method,
			host: hostOf(request),
			path,
			params,
			rawQuery,
			rawBody,
			headers,
			integrationKey,
			signature,
			status: 0,
			at,
		};
		this.requests.push(record);
		return record;
	}

	addKey({ api, name, permissions, secretKey, integrationKey, account }: NewApiKey): ApiKey {
		const owner = account ?? this.account;
		const key: ApiKey = {
			integrationKey: integrationKey ?? this.ids.id('DI'),
			secretKey: secretKey ?? this.ids.secret(),
			host: owner.apiHostname,
			name: name ?? names[api],
			api,
			// an Accounts key may do everything in the child accounts
			permissions: permissions ?? (api === 'auth' ? [] : [...adminPermissions]),
			account: owner,
		};
		this.apiKeys.set(key.integrationKey, key);
		const integration_key = key.integrationKey;
		owner.integrations.set(
			integration_key,
			records.newIntegration({ integration_key, name: key.name, type: `${api}api` }),
		);
		return key;
	}

	removeKey(integrationKey: string): void {
		this.apiKeys.delete(integrationKey);
	}

	addChild(name: string): Account {
		const hosts = this.childHosts.length > 0 ? this.childHosts : [this.host];
		const child = this.newAccount(name, hosts[this.childrenMade++ % hosts.length]!);
		this.children.set(child.accountId, child);
		return child;
	}

	addChildren(count: number, name = (index: number) => `Child ${String(index + 1).padStart(3, '0')}`) {
		return Array.from({ length: count }, (_, index) => this.addChild(name(index)));
	}

	addUser = (user: records.NewUser) => this.account.addUser(user);
	addPhone = (phone?: records.NewPhone) => this.account.addPhone(phone);
	addGroup = (group: records.NewGroup) => this.account.addGroup(group);
	addToken = (token: records.NewToken) => this.account.addToken(token);
	addWebAuthnCredential = (credential: records.NewWebAuthnCredential) =>
		this.account.addWebAuthnCredential(credential);
	addBypassCode = (code: records.NewBypassCode) => this.account.addBypassCode(code);
	addPolicy = (policy: records.NewPolicy) => this.account.addPolicy(policy);
	addAdmin = (admin: records.NewAdmin) => this.account.addAdmin(admin);

	answer(phoneId: string, answer: records.PhoneAnswer): void {
		for (const account of [this.account, ...this.children.values()]) {
			const phone = account.phones.get(phoneId);
			if (phone) phone.answer = answer;
		}
		this.prompts.answer(phoneId, answer);
	}

	async stop(): Promise<void> {
		this.stopper.abort();
		this.prompts.close();
		await this.closeServers();
	}

	private newAccount(name: string, apiHost: string): Account {
		const account = new Account(this.ids.id('DA'), name, apiHost, new Ids(this.ids.secret()), this);
		if (this.options.logo) account.logo = greyPixel;
		return account;
	}
}

/** A request is recorded even when its body cannot be read. */
function readable(read: () => Record<string, unknown>): Record<string, unknown> {
	try {
		return read();
	} catch {
		return {};
	}
}
