import type { ItemOperation } from '../../../shared/operation';
import { path } from '../../../shared/path';
import type { DuoBypassCode } from '../../duoObjects';
import { bypassCodeField, readBypassCodeId, touchesBypassCode } from './fields';

export const deleteBypassCode: ItemOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete bypass code',
	description: 'Make a bypass code unusable',
	permissions: ['readResource', 'writeResource'],
	touches: touchesBypassCode,
	properties: [bypassCodeField()],

	// Looked up first: Duo answers a delete with success even when there is no such entry.
	async run({ params, duo }) {
		const id = readBypassCodeId(params);
		const { bypass_code_id, user } = await duo.get<DuoBypassCode>(path`/admin/v1/bypass_codes/${id}`);
		await duo.delete(path`/admin/v1/bypass_codes/${id}`);
		return { deleted: true, bypass_code_id, user_id: user?.user_id, username: user?.username };
	},
};
