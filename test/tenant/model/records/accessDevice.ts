/** The computers and phones that people log in from. */
import type { IdsAndClock } from './IdsAndClock';

/** The computer or phone of a log-in; the fields of Duo's that a test may look at. */
export interface Endpoint {
	epkey: string;
	username: string;
	email: string;
	device_name: string;
	model: string;
	os_family: string;
	os_version: string;
	last_updated: number;
	trusted_endpoint: 'yes' | 'no' | 'unknown';
}

// unconfirmed: everything but the key
export interface RegisteredDevice {
	compkey: string;
	device_name: string;
	blocked: boolean;
}

export const newEndpoint = ({ ids, clock }: IdsAndClock, given: Partial<Endpoint>): Endpoint => ({
	epkey: ids.id('EP'),
	username: '',
	email: '',
	device_name: '',
	model: '',
	os_family: 'Windows',
	os_version: '11',
	last_updated: clock.now(),
	trusted_endpoint: 'unknown',
	...given,
});

export const newRegisteredDevice = (
	{ ids }: IdsAndClock,
	given: Partial<RegisteredDevice>,
): RegisteredDevice => ({
	compkey: ids.id('CR'),
	device_name: 'LAPTOP-1',
	blocked: false,
	...given,
});
