import { changes, named } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { sorted } from '../../../shared/parameters/sorted';
import { policy, type DuoPolicy } from '../../references/policy';

import { applicationFields, readApplication, sectionsField, applicationsIn } from './fields';

export const create: ItemOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create policy',
	description: 'Create a policy; sections that are not given come from the global policy',
	permissions: ['writeResource'],
	concurrency: changes(named('policyName', policy), applicationsIn('additionalFields')),
	properties: [
		{
			displayName: 'Policy Name',
			name: 'policyName',
			type: 'string',
			required: true,
			placeholder: 'e.g. Contractors',
			default: '',
		},
		sectionsField(),
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: sorted(applicationFields()),
		},
	],

	async run({ params, duo }) {
		const created = await duo.post<DuoPolicy>('/admin/v2/policies', {
			policy_name: params.text('policyName'),
			sections: params.json('sections'),
			...readApplication(params.collection('additionalFields')),
		});
		return created;
	},
};
