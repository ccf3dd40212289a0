import { changes, named } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import type { DuoGroup } from '../../duoObjects';
import { group } from '../../references/group';

import { groupDetailFields, readGroupDetails } from './fields';

export const create: ItemOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create group',
	description: 'Create a group without members',
	permissions: ['writeResource'],
	concurrency: changes(named('name', group)),
	properties: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			placeholder: 'e.g. Contractors',
			default: '',
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: groupDetailFields(),
		},
	],

	async run({ params, duo }) {
		const created = await duo.post<DuoGroup>('/admin/v1/groups', {
			name: params.text('name'),
			...readGroupDetails(params.collection('additionalFields')),
		});
		return created;
	},
};
