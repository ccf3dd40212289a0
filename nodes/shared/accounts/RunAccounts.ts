import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { Duo, type ChildAccount } from '../duo/Duo';
import { InputError } from '../errors/InputError';
import { readLocator } from '../parameters/locator';
import { Supplied } from '../parameters/Supplied';

import type { ChosenAccounts } from './accountFields';
import { childAccountField, childAccountNamed, childAccounts } from './childAccount';
import { DUO_ACCOUNTS, type NodeCredential } from './credentials';

/** An account that the run works on: the credential's own, or a child of it. */
export interface RunAccount {
	duo: Duo;
	child?: ChildAccount;
	/** Whether the user asked for all child accounts: then one that fails does not stop the others. */
	isOneOfMany: boolean;
}

/** Gives each child account of a run its one way to Duo, so that look-ups and pauses are shared. */
export class RunAccounts {
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
	async of(chosen?: ChosenAccounts): Promise<RunAccount[]> {
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
	const [account] = await new RunAccounts(new Duo(n8n, DUO_ACCOUNTS.type)).of({
		scope: 'one',
		childAccount: () =>
			readLocator(
				new Supplied(n8n.getCurrentNodeParameter('childAccount'), childAccountField(), n8n.getTimezone()),
			),
	});
	return account!.duo;
}
