import type { IDataObject } from 'n8n-workflow';

import { inInputOrder } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { pick } from '../../../shared/parameters/simplify';
import { requireChanges } from '../../../shared/parameters/toDuo';

import { readSettings } from './settingFields';
import { settingFields } from './settings';

export const updateSettings: ItemOperation = {
	name: 'Update Settings',
	value: 'updateSettings',
	action: 'Update settings of account',
	description:
		'Change settings of the whole account; only those that are added change. The output also holds what they were before.',
	permissions: ['settings'],
	concurrency: inInputOrder('The settings of the whole account; the output tells what they were before'),
	properties: [
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: settingFields(),
		},
	],

	async run({ params, duo }) {
		const changes = readSettings(params.collection('updateFields'), settingFields());
		requireChanges(changes);
		const before = await duo.get<IDataObject>('/admin/v1/settings');
		const after = await duo.post<IDataObject>('/admin/v1/settings', changes);

		const names = Object.keys(changes);
		const changedFields = names.filter((name) => before[name] !== after[name]);
		return { ...after, changedFields, previous: pick(before, names) };
	},
};
