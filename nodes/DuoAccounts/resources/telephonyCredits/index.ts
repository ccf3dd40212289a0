import type { Resource } from '../../../shared/engine/operation';

import { get } from './get';
import { set } from './set';

export const telephonyCredits: Resource = {
	name: 'Telephony Credit',
	value: 'telephonyCredits',
	operations: [get, set],
};
