import type { DuoUser } from '../duoObjects';
import { entry } from './entry';

/** A computer on which a user logs in with Duo Desktop. */
export interface DuoDesktopAuthenticator {
	dakey: string;
	device_name?: string | null;
	user?: DuoUser | null;
}

export const desktopAuthenticator = entry<DuoDesktopAuthenticator>({
	displayName: 'Desktop Authenticator',
	name: 'desktopAuthenticator',
	noun: 'desktop authenticator',
	searchListMethod: 'searchDesktopAuthenticators',
	path: '/admin/v1/desktop_authenticators',
});
