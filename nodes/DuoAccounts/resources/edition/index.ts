import type { Resource } from '../../../shared/engine/operation';

import { get } from './get';
import { set } from './set';

export const edition: Resource = {
	name: 'Edition',
	value: 'edition',
	operations: [get, set],
};
