/** Admin API: bypass codes. */
import { checkCount, invalid, notFound } from '../http/errors';
import { page } from '../http/paging';
import { Page } from '../http/reply';
import { resource, type Call } from '../http/router';
import type { BypassCode } from '../model/records';
import { bypassCodeView } from '../model/views';

import { userAt } from './lookup';

export const bypassCodeRoutes = [
	resource.post('/admin/v1/users/:user/bypass_codes', create),
	resource.get('/admin/v1/users/:user/bypass_codes', (call) =>
		show(call, call.account.bypassCodesOf(userAt(call).user_id)),
	),
	resource.get('/admin/v1/bypass_codes', (call) => show(call, [...call.account.bypassCodes.values()])),
	resource.get('/admin/v1/bypass_codes/:code', one),
	resource.delete('/admin/v1/bypass_codes/:code', remove),
];

/** Everything about the codes but the codes: those are shown once, when they are made. */
function show({ account, params }: Call, codes: BypassCode[]) {
	const { items, metadata } = page(codes, params);
	return new Page(
		(items as BypassCode[]).map((code) => bypassCodeView(account, code)),
		metadata,
	);
}

function one({ account, at }: Call) {
	const code = account.bypassCodes.get(at('code'));
	if (!code) throw notFound();
	return bypassCodeView(account, code);
}

function remove({ account, at }: Call) {
	account.bypassCodes.delete(at('code'));
	return '';
}

function create(call: Call) {
	const { account, params, tenant } = call;
	const { user_id } = userAt(call);
	const codes = wantedCodes(call);
	const reuse = params.count('reuse_count') ?? 1;
	const seconds = params.count('valid_secs') ?? 0;
	const old = account.bypassCodesOf(user_id);
	const kept = params.flag('preserve_existing') ? old : [];
	// nothing may change when the call fails, so the checks come first
	const all = [...kept.map(({ code }) => code), ...codes];
	// unconfirmed: the code with which Duo refuses a repeated code
	if (new Set(all).size < all.length) throw invalid('codes');
	checkCount(all.length);
	for (const code of old) if (!kept.includes(code)) account.bypassCodes.delete(code.bypass_code_id);
	for (const code of codes) {
		account.addBypassCode({
			user: user_id,
			code,
			reuse_count: reuse === 0 ? null : reuse,
			expiration: seconds === 0 ? null : tenant.now() + seconds,
		});
	}
	return codes;
}

/** Digits as text: a code may start with zeros. */
function wantedCodes({ account, params }: Call): string[] {
	const given = params.separated('codes');
	const count = params.count('count');
	// unconfirmed: how both at once are refused
	if (given && count !== undefined) throw invalid('codes');
	if (given) {
		if (given.some((code) => !/^\d+$/.test(code))) throw invalid('codes');
		return given;
	}
	if (count !== undefined && (count < 1 || count > 10)) throw invalid('count');
	return Array.from({ length: count ?? 10 }, () => account.ids.digits(9));
}
