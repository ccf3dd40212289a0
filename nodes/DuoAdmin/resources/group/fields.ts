import type { INodeProperties } from 'n8n-workflow';

import type { DuoParameters } from '../../../shared/duo/Duo';
import type { Collection } from '../../../shared/parameters/Collection';

/** What can be set on a group beside its name. Read with {@link readGroupDetails}. */
export function groupDetailFields(): INodeProperties[] {
	return [
		{
			displayName: 'Description',
			name: 'desc',
			type: 'string',
			default: '',
		},
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			options: [
				{ name: 'Active', value: 'active' },
				{ name: 'Bypass', value: 'bypass', description: 'Members log in without two-factor authentication' },
				{ name: 'Disabled', value: 'disabled', description: 'Members cannot log in' },
			],
			default: 'active',
		},
	];
}

/** The added details as Duo's parameters. */
export function readGroupDetails(fields: Collection): DuoParameters {
	return { desc: fields.clearableProse('desc'), status: fields.choice('status') };
}
