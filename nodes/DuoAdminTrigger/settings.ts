import type { IPollFunctions } from 'n8n-workflow';

import { DUO_ADMIN } from '../DuoAdmin/credential';
import {
	chosenAccounts,
	chosenCredential,
	type ChosenAccounts,
	accountFields,
} from '../shared/accounts/accountFields';
import type { NodeCredential } from '../shared/accounts/credentials';
import type { DuoParameters } from '../shared/duo/Duo';
import { readFilters } from '../shared/logs/filters';
import { ItemParameters } from '../shared/parameters/ItemParameters';

import { kinds, type InventoryKind } from './inventory/kinds';
import { triggerFields, type TriggerOn } from './parameters';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What the trigger's parameters say, read once per poll. */
export interface TriggerSettings {
	credential: NodeCredential;
	/** Undefined with keys of one account. */
	accounts?: ChosenAccounts;
	triggerOn: TriggerOn;
	/** Values of the logs, for events of logs. */
	logs: string[];
	/** Filters for the authentication log. */
	filters: DuoParameters;
	/** Values of the alerts, for security alerts. */
	alerts: string[];
	/** For changes of the inventory. */
	objects: InventoryKind[];
	/** How far back to begin in a log that was not watched before, in milliseconds. */
	startBack: number;
	/** How much each poll reads again, in milliseconds. */
	rescan: number;
	/** How many pushes one user must have refused, within how many milliseconds. */
	harassment: { pushes: number; within: number };
}

/** @throws InputError when a parameter does not fit. */
export function readSettings(n8n: IPollFunctions): TriggerSettings {
	const params = parametersOf(n8n);
	const triggerOn = params.choice<TriggerOn>('triggerOn');
	const readsLogs = triggerOn !== 'inventoryChange';
	const options = readsLogs ? params.collection('options') : undefined;
	const objects = readsLogs ? [] : params.choices('objects');
	return {
		credential: chosenCredential(params, DUO_ADMIN),
		accounts: chosenAccounts(params),
		triggerOn,
		logs: triggerOn === 'logEvent' ? params.choices('logs') : [],
		filters: triggerOn === 'logEvent' ? readFilters(params.collection('filters')) : {},
		alerts: triggerOn === 'securityAlert' ? params.choices('alerts') : [],
		objects: kinds.filter(({ value }) => objects.includes(value)),
		startBack: readsLogs ? params.number('startBackHours') * HOUR : 0,
		rescan: (options?.number('rescanMinutes') ?? 10) * MINUTE,
		harassment: {
			pushes: options?.number('harassmentPushes') ?? 5,
			within: (options?.number('harassmentMinutes') ?? 10) * MINUTE,
		},
	};
}

/** The trigger's parameters, read with the same care as those of an operation. */
function parametersOf(n8n: IPollFunctions): ItemParameters {
	const source = {
		getNodeParameter: (name: string) => n8n.getNodeParameter(name),
		getTimezone: () => n8n.getTimezone(),
	};
	return new ItemParameters(source, [...accountFields(), ...triggerFields()], 0, n8n.getNode().parameters);
}
