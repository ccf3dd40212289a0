import type { Resource } from '../../../shared/engine/operation';

import { deleteDesktopAuthenticator } from './delete';
import { get } from './get';
import { getMany } from './getMany';

export const desktopAuthenticator: Resource = {
	name: 'Desktop Authenticator',
	value: 'desktopAuthenticator',
	operations: [deleteDesktopAuthenticator, get, getMany],
};
