import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { DuoParameters } from '../../../shared/duo/Duo';
import type { Subject } from '../../../shared/engine/concurrency';
import type { Collection } from '../../../shared/parameters/Collection';
import { expectIntegrationKey } from '../../references/application';
import { expectId } from '../../references/id';

/** What a policy demands, section by section. Read with `json('sections')`. */
export function sectionsField(): INodeProperties {
	return {
		displayName: 'Sections',
		name: 'sections',
		type: 'json',
		typeOptions: { rows: 6 },
		placeholder: '{ "screen_lock": { "require_screen_lock": true } }',
		default: '{}',
		description:
			'The settings of the policy by section, as JSON in the form of Duo’s Admin API. The operation Get shows it.',
	};
}

export function sectionsToDeleteField(): INodeProperties {
	return {
		displayName: 'Sections to Delete',
		name: 'sectionsToDelete',
		type: 'string',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Section' },
		placeholder: 'e.g. screen_lock',
		default: [],
		description:
			'Names of sections that the policy shall no longer set itself, so that the global policy decides. The global policy itself keeps all sections.',
	};
}

/** Where a policy applies. Read with {@link readApplication}. */
export function applicationFields(): INodeProperties[] {
	return [
		{
			displayName: 'Apply to Applications',
			name: 'applyToApps',
			type: 'string',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Application' },
			placeholder: 'e.g. DIXXXXXXXXXXXXXXXXXX',
			default: [],
			description: 'Integration keys of applications that get this policy for everybody',
		},
		{
			displayName: 'Apply to Groups in Applications',
			name: 'applyToGroupsInApps',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Application',
			default: {},
			description: 'Groups that get this policy when they use an application',
			options: [
				{
					displayName: 'Application',
					name: 'app',
					values: [
						{
							displayName: 'Integration Key',
							name: 'integrationKey',
							type: 'string',
							placeholder: 'e.g. DIXXXXXXXXXXXXXXXXXX',
							default: '',
						},
						{
							displayName: 'Group IDs',
							name: 'groupIds',
							type: 'string',
							typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Group' },
							placeholder: 'e.g. DGXXXXXXXXXXXXXXXXXX',
							default: [],
						},
					],
				},
			],
		},
		{
			displayName: 'Further Parameters',
			name: 'furtherParameters',
			type: 'json',
			default: '{}',
			description:
				'More parameters of Duo’s Admin API as JSON, e.g. to take the policy away from applications. They replace fields of the same name.',
		},
	];
}

/** The added fields as Duo's parameters. */
export function readApplication(fields: Collection): DuoParameters {
	const apps = fields.texts('applyToApps')?.map(expectIntegrationKey);
	const groups = fields.rows('applyToGroupsInApps', 'app').map((row) => ({
		app_integration_key: expectIntegrationKey(
			row.text('integrationKey') ?? row.refuse('integrationKey', 'is empty'),
		),
		group_id_list: (row.texts('groupIds') ?? row.refuse('groupIds', 'is empty')).map((id) =>
			expectId(id, 'DG', 'group'),
		),
	}));
	return {
		apply_to_apps: apps && { apply_list: apps },
		apply_to_groups_in_apps: groups.length > 0 ? { apply_group_policies_list: groups } : undefined,
		...fields.json('furtherParameters'),
	};
}

/** Where policies apply: of several changes, the last one wins. */
export function applicationsIn(collection: string): Subject {
	return {
		keys: ({ params }) => {
			const changes = Object.values(readApplication(params.collection(collection)));
			return changes.some((value) => value !== undefined) ? ['where policies apply'] : [];
		},
	};
}

/** A reply that holds policies: a list, or an object with one. */
export function policiesIn(reply: IDataObject[] | { policies: IDataObject[] }): IDataObject[] {
	return Array.isArray(reply) ? reply : reply.policies;
}
