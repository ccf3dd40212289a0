import type { Resource } from '../../../shared/engine/operation';

import { create } from './create';
import { deleteAccount } from './delete';
import { getMany } from './getMany';

export const account: Resource = {
	name: 'Account',
	value: 'account',
	operations: [create, deleteAccount, getMany],
};
