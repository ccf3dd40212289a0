import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { bypassCode } from '../../references/bypassCode';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get bypass code',
	description:
		'Get when a bypass code was made, by whom, for whom and how long it is valid; never the code itself',
	permissions: ['readResource'],
	concurrency: reads(),
	properties: [bypassCode.field()],

	async run(call) {
		return await bypassCode.find(call);
	},
};
