import { path } from '../../../shared/duo/path';
import { changes, renamed } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { requireChanges } from '../../../shared/parameters/toDuo';
import { administrativeUnit, type DuoAdministrativeUnit } from '../../references/administrativeUnit';

import { readRestrictByApplications, restrictByApplicationsField, restrictByGroupsField } from './fields';

export const update: ItemOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update administrative unit',
	description:
		'Change an administrative unit; only the fields that are added change. What it holds is changed with Add and Remove.',
	permissions: ['administrators'],
	concurrency: changes(administrativeUnit, renamed('name')),
	properties: [
		administrativeUnit.field(),
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{ displayName: 'Description', name: 'description', type: 'string', default: '' },
				{ displayName: 'Name', name: 'name', type: 'string', default: '', description: 'The new name' },
				restrictByApplicationsField(),
				restrictByGroupsField(),
			],
		},
	],

	async run(call) {
		const fields = call.params.collection('updateFields');
		const changes = {
			description: fields.prose('description'),
			name: fields.text('name'),
			restrict_by_groups: fields.flag('restrictByGroups'),
			...readRestrictByApplications(fields),
		};
		requireChanges(changes);
		const { admin_unit_id } = await administrativeUnit.find(call);
		const unit = await call.duo.post<DuoAdministrativeUnit>(
			path`/admin/v1/administrative_units/${admin_unit_id}`,
			changes,
		);
		return unit;
	},
};
