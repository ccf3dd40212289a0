import type { IPollFunctions } from 'n8n-workflow';

import type { DuoParameters } from '../shared/transport/Duo';
import { readFilters } from '../shared/logs/filters';
import { alerts } from './alerts';
import type { LogRow } from '../shared/logs/LogSource';
import { logs, type ReadableLog } from '../shared/logs/sources';
import { readRefusedPushes, type RefusedPushes } from './RefusedPushes';

/** One log to be read, and what of it is wanted. */
export interface Watch {
	log: ReadableLog;
	filters: DuoParameters;
	wants(row: LogRow): boolean;
	/** What an event is besides a row of the log: the alerts that it sets off. */
	labels(row: LogRow): { alerts?: string[] };
}

/** What the trigger's parameters say is to be watched. */
export function readWatches(n8n: IPollFunctions, pushes = readRefusedPushes(n8n)): Watch[] {
	const triggerOn = n8n.getNodeParameter('triggerOn');
	if (triggerOn === 'inventoryChange') return [];
	return triggerOn === 'securityAlert'
		? alertWatches(n8n.getNodeParameter('alerts', []) as string[], pushes)
		: logWatches(
				n8n.getNodeParameter('logs', []) as string[],
				readFilters(n8n.getNodeParameter('filters', {})),
			);
}

function logWatches(chosen: string[], filters: DuoParameters): Watch[] {
	return logs
		.filter(({ value }) => chosen.includes(value))
		.map((log) => ({
			log,
			filters: log.value === 'authentication' ? filters : {},
			wants: () => true,
			labels: () => ({}),
		}));
}

/** Alerts from one log are read together; only a single one lets Duo filter. */
function alertWatches(chosen: string[], pushes: RefusedPushes): Watch[] {
	const wanted = alerts.filter(({ value }) => chosen.includes(value));
	return logs.flatMap((log) => {
		const ofLog = wanted.filter((alert) => alert.log === log.value);
		if (ofLog.length === 0) return [];
		const matching = (row: LogRow) => ofLog.filter(({ matches }) => matches(row, pushes));
		return {
			log,
			filters: (ofLog.length === 1 && ofLog[0]!.filters) || {},
			wants: (row) => matching(row).length > 0,
			labels: (row) => ({ alerts: matching(row).map(({ value }) => value) }),
		};
	});
}
