import type { INodeProperties } from 'n8n-workflow';

/** In the order in which n8n wants long lists: by what the user reads. */
export function sorted(fields: INodeProperties[]): INodeProperties[] {
	return fields.sort((a, b) => a.displayName.localeCompare(b.displayName, 'en'));
}
