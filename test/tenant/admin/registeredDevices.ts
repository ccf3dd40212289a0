/** Admin API: registered devices, blocked or not. */
import { notFound } from '../http/errors';
import { page } from '../http/paging';
import { resource, type Call } from '../http/router';
import type { RegisteredDevice } from '../model/records';

const all = '/admin/v1/registered_devices';
const blocked = `${all}/blocked`;

// unconfirmed: the shape of a device, the replies to blocking and unblocking, and that blocked ones stay in
// the list of all
export const registeredDeviceRoutes = [
	resource.get(all, ({ account, params }) => page([...account.registeredDevices.values()].map(view), params)),
	resource.get(`${all}/:device`, (call) => view(deviceAt(call))),
	resource.delete(`${all}/:device`, ({ account, at }) => {
		account.registeredDevices.delete(at('device'));
		return '';
	}),
	resource.get(blocked, ({ account, params }) =>
		page([...account.registeredDevices.values()].filter((device) => device.blocked).map(view), params),
	),
	resource.get(`${blocked}/:device`, (call) => {
		const device = deviceAt(call);
		if (!device.blocked) throw notFound();
		return view(device);
	}),
	resource.post(`${blocked}/:device`, (call) => setBlocked(deviceAt(call), true)),
	resource.delete(`${blocked}/:device`, (call) => setBlocked(deviceAt(call), false)),
];

function deviceAt({ account, at }: Call): RegisteredDevice {
	const device = account.registeredDevices.get(at('device'));
	if (!device) throw notFound();
	return device;
}

function setBlocked(device: RegisteredDevice, isBlocked: boolean): string {
	device.blocked = isBlocked;
	return '';
}

const view = ({ compkey, device_name }: RegisteredDevice) => ({ compkey, device_name });
