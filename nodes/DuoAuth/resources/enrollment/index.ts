import type { Resource } from '../../../shared/engine/operation';

import { enroll } from './enroll';
import { getEnrollStatus } from './getEnrollStatus';

export const enrollment: Resource = {
	name: 'Enrollment',
	value: 'enrollment',
	operations: [enroll, getEnrollStatus],
	preselected: enroll,
};
