import type { Resource } from '../../../shared/engine/operation';

import { create } from './create';
import { deleteActivation } from './delete';
import { getMany } from './getMany';

export const administratorActivation: Resource = {
	name: 'Administrator Activation',
	value: 'administratorActivation',
	operations: [create, deleteActivation, getMany],
};
