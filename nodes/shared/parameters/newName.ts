import type { INodeProperties } from 'n8n-workflow';

/** For operations that give a user a name. Read with `newName`. */
export function allowLookAlikesField(): INodeProperties {
	return {
		displayName: 'Allow Look-Alike Characters',
		name: 'allowLookAlikes',
		type: 'boolean',
		default: true,
		description:
			'Whether a new username or alias may mix alphabets, or hold characters that cannot be seen. Otherwise it is refused, because it looks like the name of somebody else.',
	};
}
