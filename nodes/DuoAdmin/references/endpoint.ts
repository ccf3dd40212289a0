import { reference } from './reference';

/** A computer or phone from which somebody logged in within the last 30 days. */
export interface DuoEndpoint {
	epkey: string;
	device_name?: string | null;
	model?: string | null;
	os_family?: string | null;
	username?: string | null;
	email?: string | null;
}

export const endpoint = reference<DuoEndpoint>({
	displayName: 'Endpoint',
	parameter: 'endpoint',
	noun: 'endpoint',
	path: '/admin/v1/endpoints',
	prefix: 'EP',
	idOf: ({ epkey }) => epkey,
	shown: ({ epkey, device_name, model, os_family, username }) =>
		`${device_name || model || os_family || epkey} (${username || 'nobody'})`,
	alsoFoundBy: ({ model, username, email }) => [model, username, email],
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
