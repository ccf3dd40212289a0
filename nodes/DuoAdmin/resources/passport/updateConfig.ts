import type { INodeProperties } from 'n8n-workflow';

import { inInputOrder } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import type { Collection } from '../../../shared/parameters/Collection';
import { requireChanges } from '../../../shared/parameters/toDuo';
import { expectId } from '../../references/id';

import { idsOf, type PassportConfig } from './config';

export const updateConfig: ItemOperation = {
	name: 'Update Config',
	value: 'updateConfig',
	action: 'Update passport config',
	description: 'Switch Duo Passport on or off, or change for whom; only the fields that are added change',
	permissions: ['readResource', 'writeResource'],
	concurrency: inInputOrder('One configuration of the whole account, read and written back'),
	properties: [
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Custom Supported Browsers',
					name: 'customSupportedBrowsers',
					type: 'json',
					placeholder: '{ "macos": [{ "team_id": "…" }], "windows": [{ "common_name": "…" }] }',
					default: '{}',
					description: 'Further browsers that may use Duo Passport, by platform',
				},
				groupsField('Disabled Groups', 'disabledGroups', 'Enabled With Exceptions'),
				groupsField('Enabled Groups', 'enabledGroups', 'Enabled for Groups'),
				{
					displayName: 'Enabled Status',
					name: 'enabledStatus',
					type: 'options',
					options: [
						{ name: 'Disabled', value: 'disabled' },
						{ name: 'Enabled', value: 'enabled' },
						{ name: 'Enabled for Groups', value: 'enabled-for-groups' },
						{ name: 'Enabled With Exceptions', value: 'enabled-with-exceptions' },
					],
					default: 'enabled',
				},
			],
		},
	],

	// All of it is sent: nobody could prove that Duo keeps what is left out.
	async run({ params, duo }) {
		const fields = params.collection('updateFields');
		const changes = {
			enabled_status: fields.choice('enabledStatus'),
			enabled_groups: readGroups(fields, 'enabledGroups'),
			disabled_groups: readGroups(fields, 'disabledGroups'),
			custom_supported_browsers: fields.json('customSupportedBrowsers'),
		};
		requireChanges(changes);
		const before = await duo.get<PassportConfig>('/admin/v2/passport/config');
		return await duo.post<PassportConfig>('/admin/v2/passport/config', {
			enabled_status: changes.enabled_status ?? before.enabled_status,
			enabled_groups: changes.enabled_groups ?? idsOf(before.enabled_groups),
			disabled_groups: changes.disabled_groups ?? idsOf(before.disabled_groups),
			custom_supported_browsers: changes.custom_supported_browsers ?? before.custom_supported_browsers ?? {},
		});
	},
};

function groupsField(displayName: string, name: string, status: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Group' },
		placeholder: 'e.g. DGXXXXXXXXXXXXXXXXXX',
		default: [],
		description: `Group IDs for the status “${status}”; they replace those that are set`,
	};
}

function readGroups(fields: Collection, name: string): string[] | undefined {
	return fields.clearableTexts(name)?.map((id) => expectId(id, 'DG', 'group'));
}
