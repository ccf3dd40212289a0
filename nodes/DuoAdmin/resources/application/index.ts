import type { Resource } from '../../../shared/engine/operation';

import { create } from './create';
import { deleteApplication } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const application: Resource = {
	name: 'Application',
	value: 'application',
	operations: [create, deleteApplication, get, getMany, update],
};
