import type { INodeProperties } from 'n8n-workflow';

import { touchesNamed, type ItemCall } from '../../shared/operation';
import { path } from '../../shared/path';
import type { DuoGroup } from '../duoObjects';
import { expectId, idMode } from './id';
import { onlyMatch } from './onlyMatch';

type GroupMode = 'list' | 'id' | 'name';

/** The one way to name a group. Read with {@link findGroup}. */
export function groupField(): INodeProperties[] {
	return [
		{
			displayName: 'Group',
			name: 'group',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			required: true,
			description: 'The group: from the list, by its name, or by ID',
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					placeholder: 'Choose a group…',
					typeOptions: { searchListMethod: 'searchGroups', searchable: true },
				},
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					placeholder: 'e.g. Contractors',
				},
				idMode('DG', 'group'),
			],
		},
	];
}

/** For operations that change the group that an item names. */
export const touchesGroup = touchesNamed('group');

/**
 * The group that the parameter "Group" names. Duo cannot search groups by name, so they are listed once
 * per run.
 *
 * @throws InputError when there is none, or more than one.
 */
export async function findGroup({ params, duo }: ItemCall): Promise<DuoGroup> {
	const { mode, value } = params.locator<GroupMode>('group');
	if (mode !== 'name') {
		const id = expectId(value, 'DG', 'group');
		return await duo.once(`group ${id}`, async () => await duo.get<DuoGroup>(path`/admin/v2/groups/${id}`));
	}

	const groups = await duo.once('group list', async () => await duo.list<DuoGroup>('/admin/v1/groups'));
	return onlyMatch(groups, value, {
		noun: 'group',
		label: 'name',
		textOf: ({ name }) => name,
		idOf: ({ group_id }) => group_id,
	});
}
