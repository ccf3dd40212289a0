import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { accountFields, chosenAccounts } from '../accounts/accountFields';
import { RunAccounts, type RunAccount } from '../accounts/RunAccounts';
import type { Duo } from '../duo/Duo';
import type { NodeFault } from '../errors/toNodeError';
import { ItemParameters } from '../parameters/ItemParameters';

import type { ItemCall } from './ItemCall';

/** One item in one of its accounts. */
export interface Job {
	account: RunAccount;
	call: ItemCall;
}

/** Each item with the accounts that it is about, or why that is not to be had. */
export async function jobsOf(
	n8n: IExecuteFunctions,
	duo: Duo,
	properties: INodeProperties[],
	faultOf: (thrown: unknown, itemIndex: number) => NodeFault,
): Promise<Array<{ jobs: Job[] } | { fault: NodeFault }>> {
	const accounts = new RunAccounts(duo);
	const stored = n8n.getNode().parameters;
	return await Promise.all(
		n8n.getInputData().map(async (_, itemIndex) => {
			const params = new ItemParameters(n8n, properties, itemIndex, stored);
			const account = new ItemParameters(n8n, accountFields(), itemIndex, stored);
			try {
				const chosen = chosenAccounts(account);
				return {
					jobs: (await accounts.of(chosen)).map((account) => ({
						account,
						call: { params, duo: account.duo, itemIndex, n8n },
					})),
				};
			} catch (thrown) {
				return { fault: faultOf(thrown, itemIndex) };
			}
		}),
	);
}

/** Those of one account together. By hand, because Node 20 has no `Map.groupBy`. */
export function groupedByAccount(jobs: Job[]): Iterable<Job[]> {
	const groups = new Map<Duo, Job[]>();
	for (const job of jobs) {
		const group = groups.get(job.account.duo);
		if (group) group.push(job);
		else groups.set(job.account.duo, [job]);
	}
	return groups.values();
}
