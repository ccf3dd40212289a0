import type { Resource } from '../../../shared/engine/operation';

import { getMany } from './getMany';

export const log: Resource = {
	name: 'Log',
	value: 'log',
	operations: [getMany],
};
