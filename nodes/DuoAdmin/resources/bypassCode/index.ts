import type { Resource } from '../../../shared/engine/operation';

import { create } from './create';
import { deleteBypassCode } from './delete';
import { get } from './get';
import { getMany } from './getMany';

export const bypassCode: Resource = {
	name: 'Bypass Code',
	value: 'bypassCode',
	operations: [create, deleteBypassCode, get, getMany],
};
