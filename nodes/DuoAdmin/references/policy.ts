import type { IDataObject } from 'n8n-workflow';

import type { ItemCall } from '../../shared/engine/ItemCall';

import { reference } from './reference';

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

const named = reference<DuoPolicy>({
	displayName: 'Policy',
	parameter: 'policy',
	noun: 'policy',
	plural: 'policies',
	path: '/admin/v2/policies',
	pageSize: POLICY_PAGE_SIZE,
	prefix: 'PO',
	word: { text: GLOBAL_POLICY, standsFor: ({ is_global_policy }) => is_global_policy },
	idTerm: 'key',
	idHint: `The word “${GLOBAL_POLICY}” stands for the global policy of any account.`,
	idOf: ({ policy_key }) => policy_key,
	names: [
		{
			mode: 'name',
			displayName: 'Name',
			term: 'name',
			placeholder: 'e.g. Contractors',
			of: ({ policy_name }) => policy_name,
		},
	],
});

export const policy = {
	...named,

	/** The global policy has a word and a key. */
	keys: async (call: ItemCall): Promise<string[]> => {
		const keys = await named.keys(call);
		return keys[0] === GLOBAL_POLICY ? [(await named.find(call)).policy_key] : keys;
	},
};
