import type { INodeProperties } from 'n8n-workflow';

import type { ItemParameters } from '../../../shared/parameters/ItemParameters';

/** How long to wait for the user. Read with {@link readWait}. */
export function waitField(): INodeProperties {
	return {
		displayName: 'Wait At Most (Seconds)',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 600 },
		default: 75,
		description: 'After that the outcome is timedOut. A push itself can be answered for about 60 seconds.',
	};
}

/** Seconds. */
export function readWait(params: ItemParameters): number {
	return params.number('timeout');
}

/** For policies that remember devices. */
export function trustedDeviceField(): INodeProperties {
	return {
		displayName: 'Trusted Device Token',
		name: 'trustedDeviceToken',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description: 'The token that an earlier approval gave; a device that Duo still remembers is let through',
	};
}
