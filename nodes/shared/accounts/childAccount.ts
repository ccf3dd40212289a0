import type { ILoadOptionsFunctions, INodeListSearchResult, INodeProperties } from 'n8n-workflow';

import { Duo, type ChildAccount } from '../duo/Duo';
import { InputError } from '../errors/InputError';
import { quoted } from '../errors/quoted';
import { toNodeError } from '../errors/toNodeError';
import { plain } from '../parameters/characters';
import type { Locator } from '../parameters/locator';

import { DUO_ACCOUNTS } from './credentials';

/** How a user names a child account. */
export type ChildAccountLocator = Locator<'list' | 'id' | 'name'>;

/** The one way to name a child account. Read with {@link childAccountNamed}. */
export function childAccountField(): INodeProperties {
	return {
		displayName: 'Child Account',
		name: 'childAccount',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description: 'The child account: from the list, or by ID or name',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Choose a child account…',
				typeOptions: { searchListMethod: 'searchChildAccounts', searchable: true },
			},
			{
				displayName: 'By ID or Name',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. Branch office',
				hint: 'Takes an ID or a name. The account’s ID is DA and 18 letters or digits, as Duo Accounts → Account → Get Many gives it',
			},
			{ displayName: 'Name', name: 'name', type: 'string', placeholder: 'e.g. Branch office' },
		],
	};
}

/** All child accounts, asked for once per run. Its API has no pages: the answer holds all of them. */
export async function childAccounts(parent: Duo): Promise<ChildAccount[]> {
	return await parent.cache.once(
		'child accounts',
		// Asking is a POST here, but changes nothing.
		async () => await parent.post<ChildAccount[]>('/accounts/v1/account/list', {}, { idempotent: true }),
	);
}

/** To be told after one was made or deleted. */
export function forgetChildAccounts(parent: Duo): void {
	parent.cache.forget('child accounts');
}

/**
 * The child account that a locator names.
 *
 * @throws InputError when there is none, or more than one.
 */
export async function childAccountNamed(
	parent: Duo,
	{ mode, value }: ChildAccountLocator,
): Promise<ChildAccount> {
	const accounts = await childAccounts(parent);
	const [byId, byName] = [mode !== 'name', mode !== 'list'];
	const key = (text: string) => plain(text).toLowerCase();
	const named = accounts.filter(({ name }) => byName && key(name) === key(value));
	const sameCase = named.filter(({ name }) => name === value);
	const found = new Set([
		...accounts.filter(({ account_id }) => byId && account_id === value),
		...(sameCase.length === 1 ? sameCase : named),
	]);
	const [account] = found;
	if (account && found.size === 1) return account;

	const term = [byId ? 'ID' : '', byName ? 'name' : ''].filter((each) => each !== '').join(' or ');
	if (!account) {
		throw new InputError(
			`No child account in Duo has the ${term} ${quoted(value)}`,
			'Check the spelling, and that the credential belongs to the parent of that account.',
		);
	}
	throw new InputError(
		`${found.size} child accounts in Duo have the ${term} ${quoted(value)}`,
		`Name the one you mean by ID: ${[...found].map(({ account_id }) => account_id).join(', ')}.`,
	);
}

/** n8n's "From List" for child accounts. */
export async function searchChildAccounts(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const wanted = filter.trim().toLowerCase();
	try {
		const accounts = await childAccounts(new Duo(this, DUO_ACCOUNTS.type));
		const hits = accounts.filter(
			({ name, account_id }) =>
				name.toLowerCase().includes(wanted) || account_id.toLowerCase().includes(wanted),
		);
		return {
			results: hits
				.map(({ name, account_id }) => ({ name, value: account_id }))
				.sort((a, b) => a.name.localeCompare(b.name)),
		};
	} catch (fault) {
		throw toNodeError(fault, { node: this.getNode(), credentialName: DUO_ACCOUNTS.name, permissions: [] });
	}
}
