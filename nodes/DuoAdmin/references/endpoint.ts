import { entry } from './entry';

/** A computer or phone from which somebody logged in within the last 30 days. */
export interface DuoEndpoint {
	epkey: string;
	device_name?: string | null;
	model?: string | null;
	os_family?: string | null;
	username?: string | null;
	email?: string | null;
}

export const endpoint = entry<DuoEndpoint>({
	displayName: 'Endpoint',
	name: 'endpoint',
	noun: 'endpoint',
	searchListMethod: 'searchEndpoints',
	path: '/admin/v1/endpoints',
	prefix: 'EP',
});
