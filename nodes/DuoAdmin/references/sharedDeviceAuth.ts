import { entry } from './entry';

/** Which groups may log in on the shared computers of which management integrations. */
export interface DuoSharedDeviceAuth {
	shared_device_key: string;
	name?: string | null;
}

export const SHARED_DEVICES = '/admin/v1/desktop_authenticators/shared_device_auth';

export const sharedDeviceAuth = entry<DuoSharedDeviceAuth>({
	displayName: 'Shared Device Authentication',
	name: 'sharedDeviceAuth',
	noun: 'shared device authentication',
	searchListMethod: 'searchSharedDeviceAuths',
	path: SHARED_DEVICES,
});
