import { createHash } from 'crypto';

import type { IDataObject } from 'n8n-workflow';

import type { InventoryKind } from './kinds';

/** The objects of one kind as they are, by ID: what is compared of each. */
export type Snapshot = Map<string, IDataObject>;

/** The same as it is stored: by ID, a fingerprint of eight characters. */
export type Fingerprints = Record<string, string>;

export interface InventoryChange {
	/** What kind of object, e.g. `user`. */
	object: string;
	change: 'created' | 'changed' | 'deleted';
	id: string;
	name: IDataObject[string];
	/** Null when the state before is not known in full. */
	changedFields: string[] | null;
	/** Null when it did not exist, or when n8n was started since and only its fingerprint is known. */
	before: IDataObject | null;
	after: IDataObject | null;
}

/** Eight characters of base64, 48 bits: each is only ever compared with the one before of the same object. */
export function fingerprint(essence: IDataObject): string {
	return createHash('sha256').update(canonical(essence)).digest('base64').slice(0, 8);
}

/** The fingerprints of a snapshot. */
export function fingerprintsOf(snapshot: Snapshot): Fingerprints {
	return Object.fromEntries([...snapshot].map(([id, essence]) => [id, fingerprint(essence)]));
}

/**
 * What happened between two looks at the objects of one kind.
 *
 * @param known the fingerprints of the earlier look.
 * @param remembered the earlier look itself, as far as it is still in memory.
 */
export function changesBetween(
	kind: InventoryKind,
	known: Fingerprints,
	now: Snapshot,
	remembered: Snapshot = new Map(),
): InventoryChange[] {
	const changes: InventoryChange[] = [];
	const note = (
		change: InventoryChange['change'],
		id: string,
		before: IDataObject | null,
		after: IDataObject | null,
	) =>
		changes.push({
			object: kind.value,
			change,
			id,
			name: kind.nameOf(after ?? before ?? {}) ?? null,
			changedFields: before && after ? differingFields(before, after) : null,
			before,
			after,
		});

	for (const [id, after] of now) {
		const earlier = known[id];
		if (earlier === undefined) note('created', id, null, after);
		else if (earlier !== fingerprint(after)) note('changed', id, remembered.get(id) ?? null, after);
	}
	for (const id of Object.keys(known)) {
		if (!now.has(id)) note('deleted', id, remembered.get(id) ?? null, null);
	}
	return changes;
}

function differingFields(before: IDataObject, after: IDataObject): string[] {
	const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
	return fields.filter((field) => canonical(before[field]) !== canonical(after[field])).sort();
}

/** Equal for equal values, whatever the order of fields. */
function canonical(value: unknown): string {
	if (value === undefined) return '';
	return JSON.stringify(value, (_, each: unknown) =>
		typeof each === 'object' && each !== null && !Array.isArray(each)
			? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
			: each,
	);
}
