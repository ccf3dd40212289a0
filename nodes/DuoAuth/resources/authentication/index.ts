import type { Resource } from '../../../shared/engine/operation';

import { authenticate } from './authenticate';
import { getAuthStatus } from './getAuthStatus';
import { preauth } from './preauth';
import { sendPush } from './sendPush';
import { verify } from './verify';

export const authentication: Resource = {
	name: 'Authentication',
	value: 'authentication',
	operations: [authenticate, getAuthStatus, preauth, sendPush, verify],
	preselected: verify,
};
