import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../shared/errors/InputError';
import type { ItemOperation } from '../../../shared/operation';
import { findPolicy, forgetPolicies, policyField } from '../../references/policy';
import { policiesIn } from './fields';

export const copy: ItemOperation = {
	name: 'Copy',
	value: 'copy',
	action: 'Copy policy',
	description: 'Make new policies with the sections of an existing one, one for each new name',
	permissions: ['readResource', 'writeResource'],
	properties: [
		...policyField(),
		{
			displayName: 'New Policy Names',
			name: 'newPolicyNames',
			type: 'string',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Name' },
			required: true,
			placeholder: 'e.g. Contractors abroad',
			default: [],
		},
	],

	async run(call) {
		const names = call.params.texts('newPolicyNames');
		if (names.length === 0) throw new InputError('“New Policy Names” is empty', 'Add at least one name.');
		const { policy_key } = await findPolicy(call);
		const reply = await call.duo.post<IDataObject[] | { policies: IDataObject[] }>(
			'/admin/v2/policies/copy',
			{ policy_key, new_policy_names_list: names },
		);
		forgetPolicies(call.duo);
		return policiesIn(reply);
	},
};
