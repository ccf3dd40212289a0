import type { Resource } from '../../../shared/engine/operation';

import { addAdministrator } from './addAdministrator';
import { addApplication } from './addApplication';
import { addGroup } from './addGroup';
import { create } from './create';
import { deleteUnit } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { removeAdministrator } from './removeAdministrator';
import { removeApplication } from './removeApplication';
import { removeGroup } from './removeGroup';
import { update } from './update';

export const administrativeUnit: Resource = {
	name: 'Administrative Unit',
	value: 'administrativeUnit',
	operations: [
		addAdministrator,
		addApplication,
		addGroup,
		create,
		deleteUnit,
		get,
		getMany,
		removeAdministrator,
		removeApplication,
		removeGroup,
		update,
	],
};
