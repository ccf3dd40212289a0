import type { DuoUser } from '../duoObjects';

import { withOwners } from './listSearch';
import { reference, refuseWord } from './reference';

/** A computer on which a user logs in with Duo Desktop. */
export interface DuoDesktopAuthenticator {
	dakey: string;
	device_name?: string | null;
	user?: DuoUser | null;
}

export const desktopAuthenticator = reference<DuoDesktopAuthenticator>({
	displayName: 'Desktop Authenticator',
	parameter: 'desktopAuthenticator',
	noun: 'desktop authenticator',
	path: '/admin/v1/desktop_authenticators',
	checkId: refuseWord('desktop authenticator'),
	idOf: ({ dakey }) => dakey,
	shown: ({ dakey, device_name, user }) => withOwners(device_name || dakey, [user]),
	alsoFoundBy: ({ user }) => [user?.username],
	names: [
		{
			mode: 'deviceName',
			displayName: 'Device Name',
			term: 'device name',
			placeholder: 'e.g. LAPTOP-17',
			of: ({ device_name }) => device_name,
		},
	],
});
