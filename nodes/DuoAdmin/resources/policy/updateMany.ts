import type { IDataObject } from 'n8n-workflow';

import { inInputOrder, anyOf } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { InputError } from '../../../shared/errors/InputError';
import type { ItemParameters } from '../../../shared/parameters/ItemParameters';
import { expectId } from '../../references/id';
import { policy } from '../../references/policy';

import { policiesIn, sectionsField, sectionsToDeleteField } from './fields';

export const updateMany: ItemOperation = {
	name: 'Update Many',
	value: 'updateMany',
	action: 'Update many policies',
	description: 'Change the same sections in several policies, or in all of them, at once',
	permissions: ['writeResource'],
	concurrency: inInputOrder('May change all policies', anyOf(policy)),
	properties: [
		{
			displayName: 'Policies',
			name: 'policies',
			type: 'options',
			options: [
				{ name: 'All, With the Global Policy', value: 'all' },
				{ name: 'Only These', value: 'listed' },
			],
			default: 'listed',
		},
		{
			displayName: 'Policy Keys',
			name: 'policyKeys',
			type: 'string',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Policy' },
			placeholder: 'e.g. POXXXXXXXXXXXXXXXXXX',
			default: [],
			displayOptions: { show: { policies: ['listed'] } },
		},
		sectionsField(),
		sectionsToDeleteField(),
	],

	async run({ params, duo }) {
		const reply = await duo.put<IDataObject[]>('/admin/v2/policies/update', {
			policies_to_update: readPolicies(params),
			policy_changes: readChanges(params),
		});
		return policiesIn(reply);
	},
};

/** Duo takes "all policies" for granted unless told otherwise, so it is always told. */
function readPolicies(params: ItemParameters): IDataObject {
	if (params.choice('policies') === 'all') return { edit_all_policies: true };
	const keys = params.texts('policyKeys').map((key) => expectId(key, 'PO', 'policy', 'policy key'));
	return { edit_all_policies: false, edit_list: keys };
}

function readChanges(params: ItemParameters): IDataObject {
	const sections = params.json('sections');
	const sectionsToDelete = params.optionalTexts('sectionsToDelete');
	if (Object.keys(sections).length === 0 && !sectionsToDelete) {
		throw new InputError('There is nothing to update', 'Fill in “Sections” or “Sections to Delete”.');
	}
	return { sections, sections_to_delete: sectionsToDelete ?? [] };
}
