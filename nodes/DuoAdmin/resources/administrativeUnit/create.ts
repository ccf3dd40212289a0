import type { INodeProperties } from 'n8n-workflow';

import { changes, named } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import type { Collection } from '../../../shared/parameters/Collection';
import { administrativeUnit, UNITS, type DuoAdministrativeUnit } from '../../references/administrativeUnit';
import { expectIntegrationKey } from '../../references/application';
import { expectId } from '../../references/id';

import { readRestrictByApplications, restrictByApplicationsField, restrictByGroupsField } from './fields';

export const create: ItemOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create administrative unit',
	description: 'Create an administrative unit, empty or with administrators, groups and applications',
	permissions: ['administrators'],
	concurrency: changes(named('name', administrativeUnit)),
	properties: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			placeholder: 'e.g. Branch office',
			default: '',
		},
		{
			displayName: 'Description',
			name: 'description',
			type: 'string',
			required: true,
			default: '',
		},
		restrictByGroupsField(),
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				idsField('Administrator IDs', 'admins', 'They must be restricted by administrative units'),
				idsField('Application Keys', 'integrations', 'The integration keys of the applications in the unit'),
				idsField('Group IDs', 'groups', 'The groups in the unit'),
				restrictByApplicationsField(),
			],
		},
	],

	async run({ params, duo }) {
		const fields = params.collection('additionalFields');
		const unit = await duo.post<DuoAdministrativeUnit>(UNITS, {
			name: params.text('name'),
			description: params.prose('description'),
			restrict_by_groups: params.flag('restrictByGroups'),
			...readRestrictByApplications(fields),
			admins: readIds(fields, 'admins', (id) => expectId(id, 'DE', 'administrator')),
			groups: readIds(fields, 'groups', (id) => expectId(id, 'DG', 'group')),
			integrations: readIds(fields, 'integrations', expectIntegrationKey),
		});
		return unit;
	},
};

function idsField(displayName: string, name: string, description: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		typeOptions: { multipleValues: true },
		default: [],
		description,
	};
}

function readIds(fields: Collection, name: string, check: (text: string) => string): string[] | undefined {
	return fields.texts(name)?.map(check);
}
