import type { ILoadOptionsFunctions, INodeProperties } from 'n8n-workflow';

import {
	childAccountField,
	childAccountNamed,
	childAccounts,
	DUO_ACCOUNTS,
	type ChildAccountLocator,
} from './childAccount';
import type { NodeCredential } from '../engine/executeNode';
import { InputError } from '../errors/InputError';
import type { ItemParameters } from '../parameters/ItemParameters';
import { readLocator } from '../parameters/locator';
import { Supplied } from '../parameters/Supplied';
import { Duo, type ChildAccount } from '../duo/Duo';

/** Whose keys are used: those of one account, or those of a parent account for its children. */
export type Authentication = 'adminApi' | 'accountsApi';

/** With the parent's keys: one child account, or all of them. */
export type AccountScope = 'one' | 'all';

/** Made afresh each time: n8n changes display conditions after loading. */
const forChildren = () => ({ authentication: ['accountsApi'] });

/** The parameters that say which credential is used, and for which child accounts. */
export function accountFields(): INodeProperties[] {
	return [
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'Duo Admin API', value: 'adminApi', description: 'For one Duo account' },
				{
					name: 'Duo Accounts API',
					value: 'accountsApi',
					description: 'For the child accounts of a parent account, as managed service providers have it',
				},
			],
			default: 'adminApi',
		},
		{
			displayName: 'Child Accounts',
			name: 'accountScope',
			type: 'options',
			noDataExpression: true,
			options: [
				{
					name: 'All Child Accounts',
					value: 'all',
					description: 'Each in turn, several side by side',
				},
				{ name: 'One Child Account', value: 'one' },
			],
			default: 'one',
			description:
				'Every row of the output names its account. A child account that fails does not stop the others.',
			displayOptions: { show: forChildren() },
		},
		{ ...childAccountField(), displayOptions: { show: { ...forChildren(), accountScope: ['one'] } } },
	];
}

/** The credentials of a node with {@link accountFields}. */
export function accountCredentials(admin: NodeCredential) {
	return [
		{ name: admin.type, required: true, displayOptions: { show: { authentication: ['adminApi'] } } },
		{ name: DUO_ACCOUNTS.type, required: true, displayOptions: { show: forChildren() } },
	];
}

/** An account that the run works on: the credential's own, or a child of it. */
export interface AccountOfRun {
	duo: Duo;
	child?: ChildAccount;
	/** Whether the user asked for all child accounts: then one that fails does not stop the others. */
	isOneOfMany: boolean;
}

/** What the account parameters say, for one item where they may differ from item to item. */
export interface ChosenAccounts {
	scope: AccountScope;
	/** Which child, if it is one. */
	childAccount(): ChildAccountLocator;
}

/** The credential that the parameter "Authentication" names. */
export function chosenCredential(params: ItemParameters, admin: NodeCredential): NodeCredential {
	return hasParentKeys(params) ? DUO_ACCOUNTS : admin;
}

/** Undefined unless the keys are those of a parent account: only these leave a choice. */
export function chosenAccounts(params: ItemParameters): ChosenAccounts | undefined {
	if (!hasParentKeys(params)) return undefined;
	const scope = params.choice<AccountScope>('accountScope');
	return { scope, childAccount: () => params.locator('childAccount') };
}

function hasParentKeys(params: ItemParameters): boolean {
	return params.choice<Authentication>('authentication') === 'accountsApi';
}

/** Gives each child account of a run its one way to Duo, so that look-ups and pauses are shared. */
export class AccountsOfRun {
	private readonly children = new Map<string, Duo>();

	constructor(
		/** With the credential's own keys and host. */
		private readonly duo: Duo,
	) {}

	/**
	 * The accounts that an item is about; `chosen` is undefined with keys of one account.
	 *
	 * @throws InputError when there is no such child account, or more than one.
	 */
	async of(chosen?: ChosenAccounts): Promise<AccountOfRun[]> {
		if (!chosen) return [{ duo: this.duo, isOneOfMany: false }];
		const children =
			chosen.scope === 'all'
				? await childAccounts(this.duo)
				: [await childAccountNamed(this.duo, chosen.childAccount())];
		return children.map((child) => ({
			child,
			duo: this.duoOf(child),
			isOneOfMany: chosen.scope === 'all',
		}));
	}

	private duoOf(child: ChildAccount): Duo {
		const known = this.children.get(child.account_id);
		if (known) return known;
		const duo = this.duo.forChild(child);
		this.children.set(child.account_id, duo);
		return duo;
	}
}

/** What every row from a child account says of it. */
export function accountLabels(child?: ChildAccount): { account_id?: string; accountName?: string } {
	return child ? { account_id: child.account_id, accountName: child.name } : {};
}

/**
 * Duo for the lists that a node's editor offers: the account that the parameters so far name.
 *
 * @throws InputError when they name all child accounts: a list can show things of one account only.
 */
export async function duoOfEditor(n8n: ILoadOptionsFunctions, admin: NodeCredential): Promise<Duo> {
	if (n8n.getCurrentNodeParameter('authentication') !== 'accountsApi') return new Duo(n8n, admin.type);
	if (n8n.getCurrentNodeParameter('accountScope') === 'all') {
		const hint = 'With all child accounts, name it by something that holds in each of them, e.g. a username.';
		throw new InputError('There is no list across all child accounts', hint);
	}
	const [account] = await new AccountsOfRun(new Duo(n8n, DUO_ACCOUNTS.type)).of({
		scope: 'one',
		childAccount: () =>
			readLocator(
				new Supplied(n8n.getCurrentNodeParameter('childAccount'), childAccountField(), n8n.getTimezone()),
			),
	});
	return account!.duo;
}
