import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { bypassCode } from '../../references/bypassCode';

export const deleteBypassCode: ItemOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete bypass code',
	description: 'Make a bypass code unusable',
	permissions: ['readResource', 'writeResource'],
	concurrency: changes(bypassCode),
	properties: [bypassCode.field()],

	async run(call) {
		const { bypass_code_id, user } = await bypassCode.remove(call);
		return { deleted: true, bypass_code_id, user_id: user?.user_id, username: user?.username };
	},
};
