import type { IDataObject } from 'n8n-workflow';

import type { DuoParameters } from '../../../shared/duo/Duo';
import { inInputOrder } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { InputError } from '../../../shared/errors/InputError';
import { sorted } from '../../../shared/parameters/sorted';
import { requireChanges } from '../../../shared/parameters/toDuo';

import { METHODS_PATH, methodFields, readMethods } from './allowedAuthMethods';

export const updateAllowedAuthMethods: ItemOperation = {
	name: 'Update Allowed Auth Methods',
	value: 'updateAllowedAuthMethods',
	action: 'Update allowed authentication methods of administrators',
	description:
		'Allow or forbid ways in which administrators authenticate; those that are not added stay as they are. Applies to all administrators.',
	permissions: ['administrators'],
	concurrency: inInputOrder('One setting of all administrators, read and written back'),
	properties: [
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: sorted(methodFields()),
		},
	],

	// Read first, and all sent: Duo switches off whatever a change does not name, ways that we do not know yet
	// included.
	async run({ params, duo }) {
		const changes = readMethods(params.collection('updateFields'));
		requireChanges(changes as DuoParameters);
		const before = await duo.get<IDataObject>(METHODS_PATH);
		const after = { ...before, ...changes };
		const isAllowed = Object.entries(after).some(
			([name, value]) => name.endsWith('_enabled') && Boolean(value),
		);
		if (!isAllowed) {
			throw new InputError(
				'No administrator could log in any more',
				'Nothing was changed. Leave at least one way to authenticate switched on.',
			);
		}
		const known = Object.entries(after).filter(([, value]) => value !== null);
		return await duo.post<IDataObject>(METHODS_PATH, Object.fromEntries(known) as DuoParameters);
	},
};
