/** Admin API: hardware tokens. */
import { duplicate, invalid } from '../http/errors';
import { page } from '../http/paging';
import { Page } from '../http/reply';
import { resource, type Call } from '../http/router';
import type { Token } from '../model/records';
import { tokenView } from '../model/views';

import { tokenAt } from './lookup';

const creatable = ['h6', 'h8', 't6', 't8', 'yk'] as const;

export const tokenRoutes = [
	resource.get('/admin/v1/tokens', list),
	resource.post('/admin/v1/tokens', create),
	resource.get('/admin/v1/tokens/:token', (call) => tokenView(call.account, tokenAt(call))),
	resource.post('/admin/v1/tokens/:token', modify),
	resource.delete('/admin/v1/tokens/:token', remove),
	resource.post('/admin/v1/tokens/:token/resync', resync),
];

function list({ account, params }: Call) {
	const type = params.text('type');
	const serial = params.text('serial');
	// unconfirmed: how one without the other is refused
	if ((type === undefined) !== (serial === undefined)) throw invalid(type === undefined ? 'type' : 'serial');
	const found = [...account.tokens.values()].filter(
		(token) => type === undefined || (token.type === type && token.serial === serial),
	);
	const { items, metadata } = page(found, params);
	return new Page(
		(items as Token[]).map((token) => tokenView(account, token)),
		metadata,
	);
}

function create({ account, params }: Call) {
	params.required('type');
	const type = params.oneOf('type', creatable) ?? 'h6';
	const serial = params.required('serial');
	if (serial.length > 128) throw invalid('serial');
	const needed = type === 'yk' ? (['private_id', 'aes_key'] as const) : (['secret'] as const);
	for (const name of needed) params.required(name);
	if (type === 'yk') {
		checkHex(params.required('private_id'), 12, 'private_id');
		checkHex(params.required('aes_key'), 32, 'aes_key');
	}
	const totp_step = type.startsWith('t') ? (params.count('totp_step') ?? 30) : null;
	// unconfirmed: the code with which Duo refuses a serial that exists
	if ([...account.tokens.values()].some((token) => token.type === type && token.serial === serial))
		throw duplicate();
	return tokenView(account, account.addToken({ type, serial, totp_step }));
}

function checkHex(text: string, length: number, name: string): void {
	if (!/^[0-9a-f]*$/i.test(text) || text.length !== length) throw invalid(name);
}

function modify(call: Call) {
	const token = tokenAt(call);
	token.totp_step = call.params.count('totp_step') ?? token.totp_step;
	return tokenView(call.account, token);
}

function remove({ account, at }: Call) {
	account.tokens.delete(at('token'));
	account.detachFromAll('tokens', at('token'));
	return '';
}

/** Three codes in a row, for tokens that count. */
function resync(call: Call) {
	const { type } = tokenAt(call);
	for (const name of ['code1', 'code2', 'code3']) {
		if (!/^\d{6,8}$/.test(call.params.required(name))) throw invalid(name);
	}
	// unconfirmed: how a token of another kind is refused
	if (!['h6', 'h8', 'd1'].includes(type)) throw invalid('type');
	return '';
}
