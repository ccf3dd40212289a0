import type { INodeProperties } from 'n8n-workflow';

import type { ItemParameters } from '../parameters/ItemParameters';

import { childAccountField, type ChildAccountLocator } from './childAccount';
import { DUO_ACCOUNTS, type NodeCredential } from './credentials';

/** Whose keys are used: those of one account, or those of a parent account for its children. */
export type Authentication = 'adminApi' | 'accountsApi';

/** With the parent's keys: one child account, or all of them. */
export type AccountScope = 'one' | 'all';

/** Made afresh each time: n8n changes display conditions after loading. */
export const forChildren = () => ({ authentication: ['accountsApi'] });

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
