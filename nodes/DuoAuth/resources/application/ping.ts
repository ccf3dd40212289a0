import { isoTime } from '../../../shared/duo/duoTime';
import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';

export const ping: ItemOperation = {
	name: 'Ping',
	value: 'ping',
	action: 'Ping duo',
	description: 'Look whether Duo answers, and how far this machine’s clock is from Duo’s',
	permissions: [],
	concurrency: reads(),
	properties: [],

	async run({ duo }) {
		const { time } = await duo.get<{ time: number }>('/auth/v2/ping');
		return { reachable: true, time: isoTime(time), clockAheadSeconds: Math.round(Date.now() / 1000 - time) };
	},
};
