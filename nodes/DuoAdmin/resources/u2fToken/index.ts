import type { Resource } from '../../../shared/engine/operation';

import { deleteU2fToken } from './delete';
import { get } from './get';
import { getMany } from './getMany';

export const u2fToken: Resource = {
	name: 'U2F Token',
	value: 'u2fToken',
	operations: [deleteU2fToken, get, getMany],
};
