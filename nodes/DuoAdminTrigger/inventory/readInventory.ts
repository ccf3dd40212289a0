import type { IDataObject } from 'n8n-workflow';

import type { Duo } from '../../shared/duo/Duo';

import type { Fingerprints, Snapshot } from './compare';
import { idIn, type InventoryKind } from './kinds';

/**
 * All objects of one kind, as they are now.
 *
 * When objects seem to be gone, the list is read once more: one that is deleted while the pages are read
 * moves the others, and one of those may be skipped.
 */
export async function readInventory(duo: Duo, kind: InventoryKind, known: Fingerprints): Promise<Snapshot> {
	const found = await readOnce(duo, kind);
	const isComplete = Object.keys(known).every((id) => found.has(id));
	if (isComplete) return found;
	const again = await readOnce(duo, kind);
	// An object that only the first look saw may have been skipped by the second, or just been deleted: the
	// next poll tells.
	return new Map([...found, ...again]);
}

async function readOnce(duo: Duo, { path, pageSize, idField, essence }: InventoryKind): Promise<Snapshot> {
	const objects = await duo.list<IDataObject>(path, { pageSize });
	return new Map(objects.map((object) => [idIn(object, idField), essence(object)]));
}
