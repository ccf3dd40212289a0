import type { Resource } from '../../../shared/engine/operation';

import { create } from './create';
import { deleteSharedDeviceAuth } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const sharedDeviceAuth: Resource = {
	name: 'Shared Device Authentication',
	value: 'sharedDeviceAuth',
	operations: [create, deleteSharedDeviceAuth, get, getMany, update],
};
