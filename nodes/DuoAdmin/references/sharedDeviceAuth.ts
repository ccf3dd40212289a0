import { reference, refuseWord } from './reference';

/** Which groups may log in on the shared computers of which management integrations. */
export interface DuoSharedDeviceAuth {
	shared_device_key: string;
	name?: string | null;
}

export const SHARED_DEVICES = '/admin/v1/desktop_authenticators/shared_device_auth';

export const sharedDeviceAuth = reference<DuoSharedDeviceAuth>({
	displayName: 'Shared Device Authentication',
	parameter: 'sharedDeviceAuth',
	noun: 'shared device authentication',
	path: SHARED_DEVICES,
	checkId: refuseWord('shared device authentication'),
	idOf: ({ shared_device_key }) => shared_device_key,
	names: [
		{
			mode: 'name',
			displayName: 'Name',
			term: 'name',
			placeholder: 'e.g. Reception desk',
			of: ({ name }) => name,
		},
	],
});
