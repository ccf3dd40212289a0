import type { INodeProperties } from 'n8n-workflow';

import type { DuoParameters } from '../../../shared/duo/Duo';
import type { Collection } from '../../../shared/parameters/Collection';
import { expectId } from '../../references/id';

/** Read with {@link groupIds}. */
export function groupIdsField(): INodeProperties {
	return {
		displayName: 'Group IDs',
		name: 'groupIds',
		type: 'string',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Group' },
		default: [],
		description: 'The groups whose members may log in on the shared devices',
	};
}

export function integrationIdsField(): INodeProperties {
	return {
		displayName: 'Trusted Endpoint Integration IDs',
		name: 'trustedEndpointIntegrationIds',
		type: 'string',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Integration' },
		default: [],
		description: 'The management integrations, of Trusted Endpoints, that manage the shared devices',
	};
}

/** Read with {@link readDetails}. */
export function detailFields(): INodeProperties[] {
	return [
		{
			displayName: 'Active',
			name: 'active',
			type: 'boolean',
			default: true,
			description: 'Whether the configuration is in force',
		},
		{ displayName: 'Name', name: 'name', type: 'string', default: '', placeholder: 'e.g. Reception desk' },
	];
}

/** The added details as Duo's parameters. */
export function readDetails(fields: Collection): DuoParameters {
	return {
		name: fields.text('name'),
		active: fields.bit('active'),
	};
}

/** Undefined when there are none. */
export function groupIds(texts: string[] | undefined): string[] | undefined {
	return texts?.map((text) => expectId(text, 'DG', 'group'));
}
