import type { Resource } from '../../../shared/engine/operation';

import { exportGraph } from './exportGraph';
import { getAuthenticationAttempts } from './getAuthenticationAttempts';
import { getSettings } from './getSettings';
import { getSummary } from './getSummary';
import { getTelephonyCreditsUsed } from './getTelephonyCreditsUsed';
import { getUserAuthenticationAttempts } from './getUserAuthenticationAttempts';
import { updateSettings } from './updateSettings';

export const account: Resource = {
	name: 'Account',
	value: 'account',
	operations: [
		exportGraph,
		getAuthenticationAttempts,
		getSettings,
		getSummary,
		getTelephonyCreditsUsed,
		getUserAuthenticationAttempts,
		updateSettings,
	],
	preselected: getSummary,
};
