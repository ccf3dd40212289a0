import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../shared/errors/InputError';
import type { ItemParameters } from '../../../shared/ItemParameters';
import type { ItemCall } from '../../../shared/operation';

/** Names a bypass code by its ID; the code itself is never known after it was made. Read with {@link readBypassCodeId}. */
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

/**
 * The ID that the parameter "Bypass Code" names.
 *
 * @throws InputError for digits: they are the code itself, which must get into no message.
 */
export function readBypassCodeId(params: ItemParameters): string {
	const { value } = params.locator('bypassCode');
	if (!/^\d+$/.test(value)) return value;
	throw new InputError(
		'“Bypass Code” holds a code, not the ID of its entry in Duo',
		'Get Many gives the IDs.',
	);
}

/** For operations that change the bypass code that an item names. */
export function touchesBypassCode({ params }: Pick<ItemCall, 'params'>): string[] {
	return [readBypassCodeId(params)];
}
