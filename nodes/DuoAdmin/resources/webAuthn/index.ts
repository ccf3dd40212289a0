import type { Resource } from '../../../shared/engine/operation';

import { deleteWebAuthn } from './delete';
import { get } from './get';
import { getMany } from './getMany';

export const webAuthn: Resource = {
	name: 'WebAuthn Credential',
	value: 'webAuthn',
	operations: [deleteWebAuthn, get, getMany],
};
