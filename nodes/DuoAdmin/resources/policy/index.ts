import type { Resource } from '../../../shared/engine/operation';

import { calculate } from './calculate';
import { copy } from './copy';
import { create } from './create';
import { deletePolicy } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { getSummary } from './getSummary';
import { update } from './update';
import { updateMany } from './updateMany';

export const policy: Resource = {
	name: 'Policy',
	value: 'policy',
	operations: [calculate, copy, create, deletePolicy, get, getMany, getSummary, update, updateMany],
};
