import type { Resource } from '../../../shared/engine/operation';

import { get } from './get';
import { getMany } from './getMany';

export const endpoint: Resource = {
	name: 'Endpoint',
	value: 'endpoint',
	operations: [get, getMany],
};
