/** Makes up the devices in log rows. */
import { places, type Scene } from './cast';
import type { AccessDevice, Place } from './rowTypes';

const systems = [
	{ os: 'Windows', os_version: '11', browser: 'Edge', browser_version: '131.0.2903.86' },
	{ os: 'Mac OS X', os_version: '15.2', browser: 'Safari', browser_version: '18.2' },
	{ os: 'Linux', os_version: null, browser: 'Firefox', browser_version: '134.0' },
];

const location = ({ city, state, country }: Place): Place => ({ city, state, country });

/** The computer somebody logs in at, in the form of the authentication log. */
export function accessDevice(scene: Scene): AccessDevice {
	return {
		...computer(scene),
		flash_version: 'uninstalled',
		hostname: null,
		is_encryption_enabled: true,
		is_firewall_enabled: 'unknown',
		is_password_set: true,
		java_version: 'uninstalled',
		security_agents: 'unknown',
	};
}

/** The same in the form of the activity log, where the address is an object. */
export function activityDevice(scene: Scene): AccessDevice {
	const device = computer(scene);
	return { ...device, ip: { address: device.ip } };
}

function computer({ random }: Scene): AccessDevice {
	const place = random.pick(places);
	return { ...random.pick(systems), epkey: random.id('EP'), ip: place.ip, location: location(place) };
}

export function somewhere({ random }: Scene): { ip: string; location: Place } {
	const place = random.pick(places);
	return { ip: place.ip, location: location(place) };
}

export const nowhere = { ip: null, location: { city: null, state: null, country: null } };
