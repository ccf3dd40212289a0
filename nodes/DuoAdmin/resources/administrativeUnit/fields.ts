import type { INodeProperties } from 'n8n-workflow';

import type { DuoParameters } from '../../../shared/duo/Duo';
import type { Collection } from '../../../shared/parameters/Collection';

export function restrictByGroupsField(): INodeProperties {
	return {
		displayName: 'Restrict by Groups',
		name: 'restrictByGroups',
		type: 'boolean',
		default: true,
		description: 'Whether administrators of the unit may manage only the users in its groups',
	};
}

export function restrictByApplicationsField(): INodeProperties {
	return {
		displayName: 'Restrict by Applications',
		name: 'restrictByApplications',
		type: 'boolean',
		default: true,
		description: 'Whether administrators of the unit may manage only its applications',
	};
}

/** Whether {@link restrictByApplicationsField} was added, as Duo's parameter. */
export function readRestrictByApplications(fields: Collection): DuoParameters {
	return {
		restrict_by_integrations: fields.flag('restrictByApplications'),
	};
}
