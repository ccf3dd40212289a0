import { requireChanges } from '../../../shared/fields';
import { touchesNewName, type ItemOperation } from '../../../shared/operation';
import { path } from '../../../shared/path';
import {
	findUnit,
	forgetUnits,
	touchesUnit,
	unitField,
	type DuoAdministrativeUnit,
} from '../../references/administrativeUnit';
import { readRestrictByApplications, restrictByApplicationsField, restrictByGroupsField } from './fields';

export const update: ItemOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update administrative unit',
	description:
		'Change an administrative unit; only the fields that are added change. What it holds is changed with Add and Remove.',
	permissions: ['administrators'],
	touches: (call) => [...touchesUnit(call), ...touchesNewName(call)],
	properties: [
		unitField(),
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
			description: fields.text('description'),
			name: fields.text('name'),
			restrict_by_groups: fields.has('restrictByGroups') ? fields.flag('restrictByGroups') : undefined,
			...readRestrictByApplications(fields),
		};
		requireChanges(changes);
		const { admin_unit_id } = await findUnit(call);
		const unit = await call.duo.post<DuoAdministrativeUnit>(
			path`/admin/v1/administrative_units/${admin_unit_id}`,
			changes,
		);
		forgetUnits(call.duo);
		return unit;
	},
};
