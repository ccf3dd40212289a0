import { touchesNothing, type ItemOperation } from '../../../shared/operation';
import { path } from '../../../shared/path';
import type { DuoBypassCode } from '../../duoObjects';
import { bypassCodeField, readBypassCodeId } from './fields';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get bypass code',
	description:
		'Get when a bypass code was made, by whom, for whom and how long it is valid; never the code itself',
	permissions: ['readResource'],
	touches: touchesNothing,
	properties: [bypassCodeField()],

	async run({ params, duo }) {
		const id = readBypassCodeId(params);
		return await duo.get<DuoBypassCode>(path`/admin/v1/bypass_codes/${id}`);
	},
};
