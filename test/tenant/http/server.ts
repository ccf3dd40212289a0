/** The HTTPS server: from a request to the answer in Duo’s envelope. */
import { setTimeout as sleep } from 'node:timers/promises';

import { fastify, type FastifyReply, type FastifyRequest } from 'fastify';

import { router } from '../routes';
import type { SimulatedTenant } from '../simulatedTenant';
import type { Fault, RecordedRequest, Tls } from '../types';

import { DuoError, forbidden, invalid, notFound, serverError, tooMany, wrongVerb } from './errors';
import { accountFor, identify, type Identity } from './identity';
import { disturbed } from './pageFaults';
import { Params } from './params';
import { duoJson, NestedPage, Page, Raw } from './reply';
import { collectParams, type WireRequest } from './wire';

export function createServer(tenant: () => SimulatedTenant, tls: Tls) {
	const app = fastify({
		https: { key: tls.key, cert: tls.certificate },
		forceCloseConnections: true,
		bodyLimit: 20_000_000,
		requestTimeout: 0,
	});
	app.removeAllContentTypeParsers();
	// the signature is about the bytes, so nobody may parse them before it is checked
	app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
		done(null, body);
	});
	app.setNotFoundHandler((request, reply) => serve(tenant(), request, reply));
	return app;
}

async function serve(tenant: SimulatedTenant, incoming: FastifyRequest, reply: FastifyReply) {
	const request = toWire(incoming);
	const identity = identify(tenant, request);
	const record = tenant.record(request, identity);
	const fault = tenant.faults.strike({
		...record,
		account: textOf(record.params.account_id) ?? identity.key?.account.accountId,
		user: textOf(record.params.username) ?? textOf(record.params.user_id),
	});
	if (fault?.kind === 'cut') {
		cut(reply);
		return;
	}
	const outcome = (await instead(tenant, fault)) ?? (await answer(tenant, request, identity, record, fault));
	if (fault?.kind === 'cutAfter') {
		cut(reply);
		return;
	}
	await pause(tenant, tenant.options.latencyMs);
	record.status = outcome.status;
	record.code = outcome.code;
	const date = new Date(tenant.nowMs()).toUTCString();
	void reply
		.code(outcome.status)
		.headers({ server: 'Duo/1.0', date, ...outcome.headers })
		.send(outcome.body);
	tenant.options.onReply?.(record);
	return reply;
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

function toWire(incoming: FastifyRequest): WireRequest {
	const [path = '/', ...query] = (incoming.raw.url ?? '/').split('?');
	return {
		method: incoming.method,
		path,
		rawQuery: query.join('?'),
		body: Buffer.isBuffer(incoming.body) ? incoming.body : Buffer.alloc(0),
		headers: incoming.headers,
	};
}

interface Outcome {
	status: number;
	code?: number;
	headers: Record<string, string>;
	body: string | Buffer;
}

/** The reply of a fault that keeps the request from being handled. */
async function instead(tenant: SimulatedTenant, fault: Fault | undefined): Promise<Outcome | undefined> {
	switch (fault?.kind) {
		case 'rateLimit':
			return failure(tooMany(fault.retryAfterSeconds, fault.detail));
		case 'serverError':
			return failure(serverError());
		case 'refuse':
			return failure(invalid(fault.detail ?? ''));
		case 'noSuchThing':
			return failure(notFound());
		case 'notJson':
			return html(200, '<html><body>The service is being looked after.</body></html>');
		case 'redirect':
			return { ...html(302, ''), headers: { location: fault.location ?? 'https://localhost/' } };
		case 'slow':
			await pause(tenant, fault.delayMs ?? 1000);
			return undefined;
		default:
			return undefined;
	}
}

async function answer(
	tenant: SimulatedTenant,
	request: WireRequest,
	identity: Identity,
	record: RecordedRequest,
	fault: Fault | undefined,
): Promise<Outcome> {
	try {
		const handled = await handle(tenant, request, identity, record);
		const result = disturbed(handled, fault?.kind, record.params.offset);
		if (result instanceof Raw) {
			return { status: 200, headers: { 'content-type': result.contentType }, body: result.body };
		}
		if (result instanceof Page)
			return json(200, { stat: 'OK', response: result.items, metadata: result.metadata });
		return json(200, { stat: 'OK', response: result instanceof NestedPage ? result.response : result });
	} catch (error) {
		if (error instanceof DuoError) return failure(error);
		process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
		return failure(serverError());
	}
}

function handle(tenant: SimulatedTenant, request: WireRequest, identity: Identity, record: RecordedRequest) {
	const match = router.find(request.method, request.path);
	const open = match && match !== 'wrong verb' && match.route.open;
	if (!open && identity.refusal) throw identity.refusal;
	const params = new Params(collectParams(request));
	const account =
		open || !identity.key
			? tenant.account
			: accountFor(tenant, identity.key, request, params.text('account_id'));
	if (!open) tenant.rateLimits.check(account.accountId, request.method, request.path, record.params);
	if (!match) throw notFound();
	if (match === 'wrong verb') throw wrongVerb();
	const { permission, handler } = match.route;
	if (permission && !identity.key?.permissions.includes(permission)) throw forbidden();
	const at = (name: string) => decodeURIComponent(match.values[name] ?? '');
	return handler({ tenant, account, params, at, key: identity.key });
}

const json = (status: number, body: object): Outcome => ({
	status,
	headers: { 'content-type': 'application/json' },
	// as bytes, or the framework would add a charset to the content type
	body: Buffer.from(duoJson(body)),
});

const failure = ({ code, status, message, detail, headers }: DuoError): Outcome => {
	const outcome = json(status, { stat: 'FAIL', code, message, message_detail: detail });
	return { ...outcome, code, headers: { ...outcome.headers, ...headers } };
};

const html = (status: number, body: string): Outcome => ({
	status,
	headers: { 'content-type': 'text/html' },
	body,
});

function cut(reply: FastifyReply) {
	reply.hijack();
	reply.raw.destroy();
}

const pause = async (tenant: SimulatedTenant, ms: number) => {
	// a stopped tenant has nobody left to keep waiting
	if (ms > 0) await sleep(ms, undefined, { signal: tenant.stopping }).catch(() => undefined);
};
