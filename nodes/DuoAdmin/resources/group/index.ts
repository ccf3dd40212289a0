import type { Resource } from '../../../shared/engine/operation';

import { addMember } from './addMember';
import { create } from './create';
import { deleteGroup } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { getMembers } from './getMembers';
import { removeMember } from './removeMember';
import { update } from './update';

export const group: Resource = {
	name: 'Group',
	value: 'group',
	operations: [addMember, create, deleteGroup, get, getMany, getMembers, removeMember, update],
};
