import type { INodeProperties } from 'n8n-workflow';

import type { DuoParameters } from '../../../shared/duo/Duo';
import type { ItemParameters } from '../../../shared/parameters/ItemParameters';
import { requireChanges } from '../../../shared/parameters/toDuo';

/** Duo's parameters as they are. Read with {@link readFields}. */
export function jsonFields(placeholder: string, description: string): INodeProperties[] {
	return [
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'json',
			typeOptions: { rows: 5 },
			placeholder,
			default: '{}',
			description: `${description}, as JSON with the names of Duo’s Admin API`,
		},
	];
}

/** @param more what else can be changed. */
export function brandingFields(more = ''): INodeProperties[] {
	return jsonFields(
		'{ "page_background_color": "#ffffff" }',
		`What changes, e.g. page_background_color or card_accent_color${more}`,
	);
}

/** @throws InputError when there are none. */
export function readFields(params: ItemParameters): DuoParameters {
	const fields = params.json('updateFields');
	requireChanges(fields as DuoParameters);
	return fields as DuoParameters;
}
