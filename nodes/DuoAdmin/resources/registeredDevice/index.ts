import type { Resource } from '../../../shared/engine/operation';

import { block } from './block';
import { deleteRegisteredDevice } from './delete';
import { get } from './get';
import { getBlocked } from './getBlocked';
import { getMany } from './getMany';
import { unblock } from './unblock';

export const registeredDevice: Resource = {
	name: 'Registered Device',
	value: 'registeredDevice',
	operations: [block, deleteRegisteredDevice, get, getMany, getBlocked, unblock],
};
