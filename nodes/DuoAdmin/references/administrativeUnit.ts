import type { Duo } from '../../shared/duo/Duo';

import { administrator } from './administrator';
import { reference } from './reference';

/** What an administrative unit holds: lists of IDs, applications by integration key. */
export type UnitList = 'admins' | 'groups' | 'integrations';

/** A part of the account that restricted administrators are confined to. */
export interface DuoAdministrativeUnit extends Partial<Record<UnitList, string[] | null>> {
	admin_unit_id: string;
	name: string;
}

export const UNITS = '/admin/v1/administrative_units';

const named = reference<DuoAdministrativeUnit>({
	displayName: 'Administrative Unit',
	parameter: 'administrativeUnit',
	noun: 'administrative unit',
	path: UNITS,
	listIsShort: true,
	permission: 'administrators',
	idOf: ({ admin_unit_id }) => admin_unit_id,
	names: [
		{
			mode: 'name',
			displayName: 'Name',
			term: 'name',
			placeholder: 'e.g. Branch office',
			of: ({ name }) => name,
		},
	],
});

export const administrativeUnit = {
	...named,

	/** Administrators tell which units they are in, so they are stale then, too. */
	forget: (duo: Duo): void => {
		named.forget(duo);
		administrator.forget(duo);
	},
};
