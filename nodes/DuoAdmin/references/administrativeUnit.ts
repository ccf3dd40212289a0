import type { INodeProperties } from 'n8n-workflow';

import { touchesNamed, type ItemCall } from '../../shared/operation';
import { path } from '../../shared/path';
import type { Duo } from '../../shared/transport/Duo';
import { onlyMatch } from './onlyMatch';

/** What an administrative unit holds: lists of IDs, applications by integration key. */
export type UnitList = 'admins' | 'groups' | 'integrations';

/** A part of the account that restricted administrators are confined to. */
export interface DuoAdministrativeUnit extends Partial<Record<UnitList, string[] | null>> {
	admin_unit_id: string;
	name: string;
}

export const UNITS = '/admin/v1/administrative_units';

type UnitMode = 'list' | 'name' | 'id';

/** The one way to name an administrative unit. Read with {@link findUnit}. */
export function unitField(): INodeProperties {
	return {
		displayName: 'Administrative Unit',
		name: 'administrativeUnit',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description: 'The administrative unit: from the list, by its name, or by ID',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Choose an administrative unit…',
				typeOptions: { searchListMethod: 'searchAdministrativeUnits', searchable: true },
			},
			{ displayName: 'Name', name: 'name', type: 'string', placeholder: 'e.g. Branch office' },
			{ displayName: 'By ID', name: 'id', type: 'string', hint: 'The ID that Get Many gives' },
		],
	};
}

/** For operations that change the administrative unit that an item names. */
export const touchesUnit = touchesNamed('administrativeUnit');

/**
 * The administrative unit that the parameter names, with its lists. Duo cannot search units by name, so they are listed
 * once per run.
 *
 * @throws InputError when there is none, or more than one.
 */
export async function findUnit(call: ItemCall): Promise<DuoAdministrativeUnit> {
	const { mode, value } = call.params.locator<UnitMode>('administrativeUnit');
	const id = mode === 'name' ? await idByName(call.duo, value) : value;
	return await call.duo.once(
		`administrativeUnit ${id}`,
		async () => await call.duo.get<DuoAdministrativeUnit>(path`/admin/v1/administrative_units/${id}`),
	);
}

async function idByName(duo: Duo, wanted: string): Promise<string> {
	const units = await duo.once(
		'administrativeUnit list',
		async () => await duo.list<DuoAdministrativeUnit>(UNITS),
	);
	const unit = onlyMatch(units, wanted, {
		noun: 'administrative unit',
		label: 'name',
		textOf: ({ name }) => name,
		idOf: ({ admin_unit_id }) => admin_unit_id,
	});
	return unit.admin_unit_id;
}

/** To be called after a unit was changed. Administrators tell which units they are in, so they are stale then, too. */
export function forgetUnits(duo: Duo): void {
	duo.forget('administrativeUnit ');
	duo.forget('administrator ');
}
