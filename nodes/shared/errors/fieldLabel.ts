import type { INodeProperties } from 'n8n-workflow';

/** Fields whose names cannot be derived from Duo's; the first that an operation has counts. */
const NAMES = new Map<string, string[]>([
	['activation_msg', ['activationMessage']],
	['admin_id', ['administrator']],
	['admin_role', ['role']],
	['admin_unit_id', ['administrativeUnit']],
	['app_integration_key', ['integrationKey', 'application']],
	['installation_msg', ['installationMessage']],
	['integration_key', ['application', 'integrationKey']],
	['maxtime', ['to']],
	['mintime', ['from']],
	['number', ['number', 'newNumber']],
	['restrict_by_integrations', ['restrictByApplications']],
	['username', ['username', 'user']],
]);

/**
 * The label of the field behind one of Duo's parameters, wherever an operation has it; undefined when it has
 * none.
 */
export function fieldLabel(parameter: string, properties: INodeProperties[]): string | undefined {
	const fields = allFields(properties);
	return namesOf(parameter)
		.map((name) => fields.find((field) => field.name === name)?.displayName)
		.find((label) => label !== undefined);
}

/**
 * `custom_attributes.room` comes from customAttributes, `alias1` from aliases, `group_id_list` from groupIds,
 * `phone_id` from phone.
 */
function namesOf(parameter: string): string[] {
	const whole = parameter.replace(/\..*$/, '').replace(/^alias\d$/, 'aliases');
	const listed = whole.replace(/_id_list$/, '_ids').replace(/_list$/, '');
	const named = whole.replace(/_(id|key)$/, '');
	return [...(NAMES.get(whole) ?? []), ...[whole, listed, named].map(camelCase)];
}

function camelCase(text: string): string {
	return text.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Those inside collections come after those beside them. */
function allFields(properties: INodeProperties[]): INodeProperties[] {
	const inside = properties.flatMap(({ options = [] }) =>
		options.flatMap((option) => {
			if ('values' in option) return option.values;
			return 'type' in option ? [option] : [];
		}),
	);
	return inside.length === 0 ? properties : [...properties, ...allFields(inside)];
}
