import type { IDataObject } from 'n8n-workflow';

import { inInputOrder, anyOf } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { policy } from '../../references/policy';

import { policiesIn } from './fields';

export const copy: ItemOperation = {
	name: 'Copy',
	value: 'copy',
	action: 'Copy policy',
	description: 'Make new policies with the sections of an existing one, one for each new name',
	permissions: ['readResource', 'writeResource'],
	concurrency: inInputOrder('May copy what an earlier item made', anyOf(policy)),
	properties: [
		policy.field(),
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
		const names = call.params.textsWithCommas('newPolicyNames');
		const { policy_key } = await policy.find(call);
		const reply = await call.duo.post<IDataObject[] | { policies: IDataObject[] }>(
			'/admin/v2/policies/copy',
			{ policy_key, new_policy_names_list: names },
		);
		return policiesIn(reply);
	},
};
