import type { Resource } from '../../../shared/engine/operation';

import { getConfig } from './getConfig';
import { updateConfig } from './updateConfig';

export const passport: Resource = {
	name: 'Passport',
	value: 'passport',
	operations: [getConfig, updateConfig],
	preselected: getConfig,
};
