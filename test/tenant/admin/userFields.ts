/** Reads the fields of a user out of a request. */
import { duplicate, invalid } from '../http/errors';
import type { Params } from '../http/params';
import type { Account } from '../model/account';
import type { User } from '../model/records';
import { namesOf } from '../model/UserNames';

const writableStatus = ['active', 'bypass', 'disabled'] as const;
const aliasNames = Array.from({ length: 8 }, (_, index) => `alias${index + 1}`);

/** The fields of a user that a create or modify call sets, and only those. */
export function userFields(params: Params, before?: User): Partial<User> {
	const fields: Partial<User> = {};
	for (const name of ['realname', 'firstname', 'lastname'] as const) {
		if (params.has(name)) fields[name] = params.text(name) ?? null;
	}
	for (const name of ['email', 'notes'] as const) {
		if (params.has(name)) fields[name] = params.text(name) ?? '';
	}
	const status = params.oneOf('status', writableStatus);
	if (status) {
		fields.status = status;
		// unconfirmed: that disabling by this API is what sets this reason
		fields.lockout_reason = status === 'disabled' ? 'Admin API disabled' : null;
	}
	const prompt = params.flag('enable_auto_prompt');
	if (prompt !== undefined) fields.enable_auto_prompt = prompt;
	const aliases = aliasChanges(params);
	if (Object.keys(aliases).length > 0) fields.aliases = withoutBlanks({ ...before?.aliases, ...aliases });
	const attributes = params.startingWith('custom_attributes.');
	if (Object.keys(attributes).length > 0)
		fields.custom_attributes = { ...before?.custom_attributes, ...attributes };
	return fields;
}

/** Either one text holding a query string, or alias1 … alias4, never both. */
function aliasChanges(params: Params): Record<string, string> {
	const single = Object.fromEntries(
		aliasNames
			.slice(0, 4)
			.filter((name) => params.has(name))
			.map((name) => [name, params.text(name) ?? '']),
	);
	if (!params.has('aliases')) return single;
	const text = params.text('aliases') ?? '';
	const wellFormed = text.split('&').every((part) => /^alias[1-8]=[^=]*$/.test(part));
	if (!wellFormed || Object.keys(single).length > 0) throw invalid('aliases');
	return Object.fromEntries(new URLSearchParams(text));
}

const withoutBlanks = (aliases: Record<string, string>) =>
	Object.fromEntries(Object.entries(aliases).filter(([, alias]) => alias !== ''));

/** Usernames and aliases share one space of names, whatever their case. */
export function checkNames(account: Account, names: string[], self?: User): void {
	const wanted = names.map((name) => name.toLowerCase());
	const taken = new Set([...account.users.values()].filter((user) => user !== self).flatMap(namesOf));
	// unconfirmed: the code with which Duo refuses a name that is taken
	if (new Set(wanted).size < wanted.length || wanted.some((name) => taken.has(name))) throw duplicate();
}
