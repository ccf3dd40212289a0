import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { ItemCall } from '../../shared/operation';
import { path } from '../../shared/path';
import type { Duo } from '../../shared/transport/Duo';
import { expectId, idMode } from './id';
import { onlyMatch } from './onlyMatch';

/** A policy as the Admin API gives it. Sections that it does not have come from the global policy. */
export interface DuoPolicy {
	policy_key: string;
	policy_name: string;
	is_global_policy: boolean;
	sections: IDataObject;
}

/** Stands for the key of the global policy, in every account. */
export const GLOBAL_POLICY = 'global';

/** The largest page that is known to be given. */
export const POLICY_PAGE_SIZE = 100;

type PolicyMode = 'list' | 'id' | 'name';

/** The one way to name a policy. Read with {@link findPolicy}. */
export function policyField(): INodeProperties[] {
	return [
		{
			displayName: 'Policy',
			name: 'policy',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			required: true,
			description: 'The policy: from the list, by its name, or by its key',
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					placeholder: 'Choose a policy…',
					typeOptions: { searchListMethod: 'searchPolicies', searchable: true },
				},
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					placeholder: 'e.g. Contractors',
				},
				{
					...idMode('PO', 'policy'),
					hint: `The policy’s key, or the word “${GLOBAL_POLICY}” for the global policy of any account`,
				},
			],
		},
	];
}

/**
 * The policy that the parameter "Policy" names. Duo cannot search policies by name, so they are listed
 * once per run.
 *
 * @throws InputError when there is none, or more than one.
 */
export async function findPolicy({ params, duo }: ItemCall): Promise<DuoPolicy> {
	const { mode, value } = params.locator<PolicyMode>('policy');
	if (mode !== 'name') {
		const key = value === GLOBAL_POLICY ? value : expectId(value, 'PO', 'policy', 'policy key');
		return await duo.once(
			`policy ${key}`,
			async () => await duo.get<DuoPolicy>(path`/admin/v2/policies/${key}`),
		);
	}
	const policies = await duo.once(
		'policy list',
		async () => await duo.list<DuoPolicy>('/admin/v2/policies', { pageSize: POLICY_PAGE_SIZE }),
	);
	return onlyMatch(policies, value, {
		noun: 'policy',
		plural: 'policies',
		label: 'name',
		idLabel: 'key',
		textOf: ({ policy_name }) => policy_name,
		idOf: ({ policy_key }) => policy_key,
	});
}

/** For operations that change the policy that an item names. The global policy has a word and a key. */
export async function touchesPolicy(call: ItemCall): Promise<string[]> {
	const { mode, value } = call.params.locator<PolicyMode>('policy');
	const isGlobal = mode !== 'name' && value === GLOBAL_POLICY;
	return [(isGlobal ? (await findPolicy(call)).policy_key : value).toLowerCase()];
}

/** To be called after a policy was changed, so that a later item of the run does not see the old state. */
export function forgetPolicies(duo: Duo): void {
	duo.forget('policy ');
}
