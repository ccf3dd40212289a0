import { path } from '../../../shared/duo/path';
import { inInputOrder, anyOf } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { sorted } from '../../../shared/parameters/sorted';
import { requireChanges } from '../../../shared/parameters/toDuo';
import { administrator, requireAnotherOwner, type DuoAdministrator } from '../../references/administrator';

import {
	administratorDetailFields,
	readAdministratorDetails,
	requireUnrestrictedOwner,
	roleField,
} from './fields';

export const update: ItemOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update administrator',
	description: 'Change an administrator; only the fields that are added change',
	permissions: ['administrators'],
	concurrency: inInputOrder(
		'The last owner must stay: items side by side would each count on the other’s',
		anyOf(administrator),
	),
	properties: [
		administrator.field(),
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			description: 'A hardware token ID that is added and left empty takes the token away',
			options: sorted([
				...administratorDetailFields(),
				{ displayName: 'Name', name: 'name', type: 'string', default: '', description: 'The new name' },
				{
					displayName: 'Password Change Required',
					name: 'passwordChangeRequired',
					type: 'boolean',
					default: true,
					description: 'Whether the administrator must choose a new password at the next login',
				},
				roleField(),
				{
					displayName: 'Status',
					name: 'status',
					type: 'options',
					options: [
						{ name: 'Active', value: 'Active' },
						{
							name: 'Disabled',
							value: 'Disabled',
							description: 'Cannot log in. Duo refuses this for an Owner.',
						},
					],
					default: 'Active',
				},
			]),
		},
	],

	async run(call) {
		const fields = call.params.collection('updateFields');
		const changes = {
			name: fields.text('name'),
			password_change_required: fields.flag('passwordChangeRequired'),
			role: fields.openChoice('role'),
			status: fields.choice('status'),
			...readAdministratorDetails(fields),
		};
		requireChanges(changes);
		const found = await administrator.find(call);
		requireUnrestrictedOwner(changes.role ?? found.role, changes);
		const staysOwner = changes.role === undefined || changes.role === 'Owner';
		if (!staysOwner || changes.status === 'Disabled') await requireAnotherOwner(call.duo, found);
		const updated = await call.duo.post<DuoAdministrator>(path`/admin/v1/admins/${found.admin_id}`, changes);
		return updated;
	},
};
