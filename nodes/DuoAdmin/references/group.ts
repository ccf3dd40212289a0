import type { DuoGroup } from '../duoObjects';

import { reference } from './reference';

/** Duo's newer call tells more of one group. */
export const group = reference<DuoGroup>({
	displayName: 'Group',
	parameter: 'group',
	noun: 'group',
	path: '/admin/v1/groups',
	onePath: '/admin/v2/groups',
	prefix: 'DG',
	idOf: ({ group_id }) => group_id,
	names: [
		{
			mode: 'name',
			displayName: 'Name',
			term: 'name',
			placeholder: 'e.g. Contractors',
			of: ({ name }) => name,
		},
	],
});
