import { entry } from './entry';

/** What else Duo tells of it is not documented in public. */
export interface DuoRegisteredDevice {
	compkey: string;
	device_name?: string | null;
}

export const REGISTERED_DEVICES = '/admin/v1/registered_devices';

export const BLOCKED_DEVICES = `${REGISTERED_DEVICES}/blocked`;

const shared = { displayName: 'Registered Device', noun: 'registered device', prefix: 'CR' } as const;

export const registeredDevice = entry<DuoRegisteredDevice>({
	...shared,
	name: 'registeredDevice',
	searchListMethod: 'searchRegisteredDevices',
	path: REGISTERED_DEVICES,
});

/** The same among those that are blocked. */
export const blockedDevice = entry<DuoRegisteredDevice>({
	...shared,
	name: 'blockedDevice',
	searchListMethod: 'searchBlockedDevices',
	path: BLOCKED_DEVICES,
});
