import { path } from '../../../shared/duo/path';
import { changes, renamed } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { sorted } from '../../../shared/parameters/sorted';
import { requireChanges } from '../../../shared/parameters/toDuo';
import { policy, type DuoPolicy } from '../../references/policy';

import {
	applicationFields,
	readApplication,
	sectionsField,
	sectionsToDeleteField,
	applicationsIn,
} from './fields';

export const update: ItemOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update policy',
	description: 'Change a policy or the global policy; only the fields that are added change',
	permissions: ['readResource', 'writeResource'],
	concurrency: changes(policy, renamed('policyName'), applicationsIn('updateFields')),
	properties: [
		policy.field(),
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: sorted([
				...applicationFields(),
				{
					displayName: 'Policy Name',
					name: 'policyName',
					type: 'string',
					default: '',
					description: 'The new name',
				},
				sectionsField(),
				sectionsToDeleteField(),
			]),
		},
	],

	async run(call) {
		const fields = call.params.collection('updateFields');
		const changes = {
			policy_name: fields.text('policyName'),
			sections: fields.json('sections'),
			sections_to_delete: fields.texts('sectionsToDelete'),
			...readApplication(fields),
		};
		requireChanges(changes);
		const { policy_key } = await policy.find(call);
		const updated = await call.duo.put<DuoPolicy>(path`/admin/v2/policies/${policy_key}`, changes);
		return updated;
	},
};
