import type { DuoParameters } from '../../shared/duo/Duo';
import type { LogRow } from '../../shared/logs/LogSource';
import { logs, type ReadableLog } from '../../shared/logs/sources';
import type { TriggerSettings } from '../settings';

import { alerts } from './alerts';
import type { RefusedPushes } from './RefusedPushes';

/** One log to be read, and what of it is wanted. */
export interface Watch {
	log: ReadableLog;
	filters: DuoParameters;
	wants: (row: LogRow) => boolean;
	/** What an event is besides a row of the log: the alerts that it sets off. */
	labels: (row: LogRow) => { alerts?: string[] };
}

/** What of the logs the trigger's parameters say is to be watched. */
export function watchesOf(settings: TriggerSettings, pushes: RefusedPushes): Watch[] {
	return [...alertWatches(settings.alerts, pushes), ...logWatches(settings.logs, settings.filters)];
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
