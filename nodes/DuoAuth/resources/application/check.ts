import { isoTime } from '../../../shared/duo/duoTime';
import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';

export const check: ItemOperation = {
	name: 'Check',
	value: 'check',
	action: 'Check credentials',
	description: 'Look whether Duo accepts the keys of the credential',
	permissions: [],
	concurrency: reads(),
	properties: [],

	async run({ duo }) {
		const { time } = await duo.get<{ time: number }>('/auth/v2/check');
		return { valid: true, time: isoTime(time) };
	},
};
