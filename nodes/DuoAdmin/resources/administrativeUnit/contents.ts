import { path } from '../../../shared/duo/path';
import type { ItemCall } from '../../../shared/engine/ItemCall';
import { InputError } from '../../../shared/errors/InputError';
import { administrativeUnit, type UnitList } from '../../references/administrativeUnit';

/** Something that a unit holds or shall hold. */
interface Content {
	list: UnitList;
	id: string;
	/** For messages. */
	label: string;
	/** What the output says about it. */
	identity: object;
}

/** How the paths name what each list holds. */
const SEGMENTS: Record<UnitList, string> = { admins: 'admin', groups: 'group', integrations: 'integration' };

/** Puts something into the unit that the parameters name; says so when it is there already. */
export async function addContent(call: ItemCall, { list, id, label, identity }: Content): Promise<object> {
	const { admin_unit_id, name, [list]: ids } = await administrativeUnit.find(call);
	const alreadyAdded = ids?.includes(id) ?? false;
	if (!alreadyAdded) {
		await call.duo.post(path`/admin/v1/administrative_units/${admin_unit_id}/${SEGMENTS[list]}/${id}`);
	}
	return {
		added: !alreadyAdded,
		alreadyAdded,
		...(alreadyAdded && { reason: `${label} is already in the administrative unit ${name}` }),
		admin_unit_id,
		adminUnitName: name,
		...identity,
	};
}

/**
 * Takes something out of the unit that the parameters name.
 *
 * @throws InputError when it is not in there; Duo might answer with success all the same.
 */
export async function removeContent(call: ItemCall, { list, id, label, identity }: Content): Promise<object> {
	const { admin_unit_id, name, [list]: ids } = await administrativeUnit.find(call);
	if (!ids?.includes(id)) {
		throw new InputError(
			`${label} is not in the administrative unit ${name}`,
			'Administrative Unit → Get tells what it holds.',
		);
	}
	await call.duo.delete(path`/admin/v1/administrative_units/${admin_unit_id}/${SEGMENTS[list]}/${id}`);
	return { removed: true, admin_unit_id, adminUnitName: name, ...identity };
}
