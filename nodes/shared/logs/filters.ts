import type { INodeProperties } from 'n8n-workflow';

import type { DuoParameters } from '../duo/Duo';
import type { Collection } from '../parameters/Collection';

/** Filters that Duo itself applies to the authentication log. Read with {@link readFilters}. */
export function filtersField(): INodeProperties {
	return {
		displayName: 'Filters for the Authentication Log',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		description: 'Applied by Duo. Several values of one filter are separated by commas.',
		options: [
			filter('Applications', 'applications', 'Integration keys'),
			filter('Event Types', 'eventTypes', 'Authentication or enrollment, in lower case'),
			filter('Factors', 'factors', 'As in the log, e.g. duo_push, phone_call or bypass_code'),
			filter('Groups', 'groups', 'Group IDs'),
			filter('Reasons', 'reasons', 'As in the log, e.g. user_marked_fraud or no_response'),
			{
				displayName: 'Results',
				name: 'results',
				type: 'multiOptions',
				options: [
					{ name: 'Denied', value: 'denied' },
					{ name: 'Fraud', value: 'fraud' },
					{ name: 'Success', value: 'success' },
				],
				default: [],
			},
			filter('Users', 'users', 'User IDs'),
		],
	};
}

function filter(displayName: string, name: string, description: string): INodeProperties {
	return { displayName, name, type: 'string', default: '', description };
}

const TEXTS = ['applications', 'eventTypes', 'factors', 'groups', 'reasons', 'users'];

/** The added filters as Duo's parameters: lists, which go over the wire as repeated names. */
export function readFilters(added: Collection): DuoParameters {
	const texts = TEXTS.map((name): [string, string[] | undefined] => [
		name === 'eventTypes' ? 'event_types' : name,
		added.texts(name),
	]);
	return { ...Object.fromEntries(texts), results: added.choices('results') };
}
