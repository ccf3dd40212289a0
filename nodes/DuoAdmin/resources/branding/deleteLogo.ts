import { inInputOrder } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { readLogo } from '../../../shared/operations/getLogo';

export const deleteLogo: ItemOperation = {
	name: 'Delete Logo',
	value: 'deleteLogo',
	action: 'Delete logo',
	description: 'Delete the logo of the account; prompts show none then',
	permissions: ['settings'],
	concurrency: inInputOrder('One logo of the whole account'),
	properties: [],

	// Looked at first: Duo answers a delete with success even when there is none.
	async run({ duo }) {
		const { data } = await readLogo(duo, '/admin/v1/logo');
		await duo.delete('/admin/v1/logo');
		return { deleted: true, bytes: data.length };
	},
};
