import type { Resource } from '../../../shared/engine/operation';

import { check } from './check';
import { getLogo } from './getLogo';
import { ping } from './ping';

export const application: Resource = {
	name: 'Application',
	value: 'application',
	operations: [check, getLogo, ping],
	preselected: check,
};
