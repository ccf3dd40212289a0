import type { Resource } from '../../../shared/engine/operation';

import { assign } from './assign';
import { create } from './create';
import { deleteToken } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { resync } from './resync';
import { unassign } from './unassign';
import { update } from './update';

export const token: Resource = {
	name: 'Hardware Token',
	value: 'token',
	operations: [assign, create, deleteToken, get, getMany, resync, unassign, update],
};
