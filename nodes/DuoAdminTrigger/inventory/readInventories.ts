import type { IPollFunctions } from 'n8n-workflow';

import { asError } from '../../shared/errors/halfDone';
import type { Duo } from '../../shared/transport/Duo';
import type { Findings } from '../findings';
import type { Places } from '../places';
import { changesBetween, fingerprintsOf, type Snapshot } from './compare';
import { kinds, type InventoryKind } from './kinds';
import { readInventory } from './readInventory';

/**
 * The objects as they were at the last poll, by workflow, node and kind. Only for telling the state before a change: what
 * decides whether there is a change are the stored fingerprints.
 */
const remembered = new Map<string, Snapshot>();

/** The kinds of objects that the trigger's parameters name. */
export function chosenKinds(n8n: IPollFunctions): InventoryKind[] {
	if (n8n.getNodeParameter('triggerOn') !== 'inventoryChange') return [];
	const chosen = n8n.getNodeParameter('objects', []) as string[];
	return kinds.filter(({ value }) => chosen.includes(value));
}

/** Compares each kind of objects with the last poll. The first poll only takes note. Moves the places. */
export async function readInventories(
	n8n: IPollFunctions,
	duo: Duo,
	places: Places,
	accountId: string,
): Promise<Findings> {
	const findings: Findings = { events: [], faults: [] };
	const time = new Date().toISOString();
	for (const kind of chosenKinds(n8n)) {
		const memory = `${n8n.getWorkflow().id} ${n8n.getNode().id} ${accountId} ${kind.value}`;
		const known = places.inventory[kind.value];
		try {
			const now = await readInventory(duo, kind, known ?? {});
			const changes = known ? changesBetween(kind, known, now, remembered.get(memory)) : [];
			findings.events.push(...changes.map((change) => ({ time, ...change })));
			places.inventory[kind.value] = fingerprintsOf(now);
			remembered.set(memory, now);
		} catch (thrown) {
			findings.faults.push({
				key: kind.value,
				title: `The list of ${kind.name.toLowerCase()}`,
				permissions: [kind.permission],
				fault: asError(thrown),
				isFirstPoll: !known,
			});
		}
	}
	return findings;
}
