import { reference } from './reference';
import type { ResourceKind } from './ResourceKind';

/** What else Duo tells of it is not documented in public. */
export interface DuoRegisteredDevice {
	compkey: string;
	device_name?: string | null;
}

export const REGISTERED_DEVICES = '/admin/v1/registered_devices';

export const BLOCKED_DEVICES = `${REGISTERED_DEVICES}/blocked`;

/** Made afresh each time: two kinds must not share an object that n8n changes. */
const shared = (): Omit<ResourceKind<DuoRegisteredDevice>, 'parameter' | 'path'> => ({
	displayName: 'Registered Device',
	noun: 'registered device',
	prefix: 'CR',
	idOf: ({ compkey }) => compkey,
	shown: ({ compkey, device_name }) => (device_name ? `${device_name}: ${compkey}` : compkey),
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

export const registeredDevice = reference<DuoRegisteredDevice>({
	...shared(),
	parameter: 'registeredDevice',
	path: REGISTERED_DEVICES,
});

/** The same among those that are blocked. */
export const blockedDevice = reference<DuoRegisteredDevice>({
	...shared(),
	parameter: 'blockedDevice',
	path: BLOCKED_DEVICES,
});
