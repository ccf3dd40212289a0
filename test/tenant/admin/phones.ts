/** Admin API: phones. */
import { duplicate, invalid } from '../http/errors';
import { page } from '../http/paging';
import { Page } from '../http/reply';
import { resource, type Call } from '../http/router';
import { normaliseNumber, phoneTypes, platforms } from '../model/phones';
import type { Phone } from '../model/records';
import { fullPhone } from '../model/views';

import { phoneAt } from './lookup';

export const phoneRoutes = [
	resource.get('/admin/v1/phones', list),
	resource.post('/admin/v1/phones', create),
	resource.get('/admin/v1/phones/:phone', (call) => fullPhone(call.account, phoneAt(call))),
	resource.post('/admin/v1/phones/:phone', modify),
	resource.delete('/admin/v1/phones/:phone', remove),
];

/** A number finds only what is stored in exactly this form. */
function list({ account, params }: Call) {
	const number = params.text('number');
	const extension = params.text('extension');
	const isWanted = (phone: Phone) =>
		(number === undefined || phone.number === number) &&
		(extension === undefined || phone.extension === extension);
	const all = [...account.phones.values()];
	const found = number === undefined && extension === undefined ? all : all.filter(isWanted);
	const { items, metadata } = page(found, params);
	const phones = items as Phone[];
	const users = account.usersByPhone(phones);
	return new Page(
		phones.map((phone) => fullPhone(account, phone, users.get(phone.phone_id))),
		metadata,
	);
}

function create(call: Call) {
	const fields = phoneFields(call);
	checkUnique(call, fields.number ?? '', fields.extension ?? '');
	const blank = { type: 'Unknown', platform: 'Unknown', activated: false };
	return fullPhone(call.account, call.account.addPhone({ ...blank, ...fields }));
}

function modify(call: Call) {
	const phone = phoneAt(call);
	const fields = phoneFields(call);
	const { number, extension } = { ...phone, ...fields };
	checkUnique(call, number, extension, phone);
	return fullPhone(call.account, Object.assign(phone, fields));
}

function remove({ account, at }: Call) {
	account.phones.delete(at('phone'));
	account.detachFromAll('phones', at('phone'));
	return '';
}

function phoneFields({ params }: Call): Partial<Phone> {
	const fields: Partial<Phone> = {};
	for (const name of ['name', 'extension'] as const) {
		if (params.has(name)) fields[name] = params.text(name) ?? '';
	}
	for (const name of ['predelay', 'postdelay'] as const) {
		if (params.has(name)) fields[name] = params.text(name) === '' ? '' : String(params.count(name));
	}
	if (params.has('number')) fields.number = normaliseNumber(params.text('number') ?? '');
	const type = params.oneOf('type', phoneTypes);
	if (type) fields.type = type.charAt(0).toUpperCase() + type.slice(1);
	if (params.has('platform')) {
		const platform = platforms[params.required('platform').toLowerCase()];
		if (!platform) throw invalid('platform');
		fields.platform = platform;
	}
	return fields;
}

function checkUnique({ account }: Call, number: string, extension: string, self?: Phone): void {
	const same = (phone: Phone) => phone !== self && phone.number === number && phone.extension === extension;
	if (number !== '' && [...account.phones.values()].some(same)) throw duplicate();
}
