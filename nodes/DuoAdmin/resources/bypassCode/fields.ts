import type { INodeProperties } from 'n8n-workflow';

/** Names a bypass code by its ID; the code itself is never known after it was made. */
export function bypassCodeField(): INodeProperties {
	return {
		displayName: 'Bypass Code',
		name: 'bypassCode',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description: 'The bypass code’s entry in Duo, which is not the code itself',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Choose a bypass code…',
				typeOptions: { searchListMethod: 'searchBypassCodes', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				hint: 'The ID that Get Many gives, not the code itself',
			},
		],
	};
}
