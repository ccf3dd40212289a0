/** Admin API: shared device authentication. */
import { invalid, notFound } from '../http/errors';
import { page } from '../http/paging';
import { resource, type Call } from '../http/router';
import type { SharedDeviceAuth } from '../model/records';

const path = '/admin/v1/desktop_authenticators/shared_device_auth';

// unconfirmed: all replies; a program that uses these endpoints expects the names below, and a list even for
// one
export const sharedDeviceRoutes = [
	resource.get(path, ({ account, params }) =>
		page(
			[...account.sharedDeviceAuths.values()].map((shared) => view(account, shared)),
			params,
		),
	),
	resource.post(path, (call) => {
		for (const name of Object.values(lists)) call.params.array(name);
		return [view(call.account, call.account.addSharedDeviceAuth(changes(call)))];
	}),
	resource.get(`${path}/:shared`, (call) => [view(call.account, sharedAt(call))]),
	resource.put(`${path}/:shared`, (call) => [
		view(call.account, Object.assign(sharedAt(call), changes(call))),
	]),
	resource.delete(`${path}/:shared`, ({ account, at }) => {
		account.sharedDeviceAuths.delete(at('shared'));
		return '';
	}),
];

const lists = { groups: 'group_id_list', integrations: 'trusted_endpoint_integration_id_list' };

function changes({ account, params }: Call): Partial<SharedDeviceAuth> {
	const change: Partial<SharedDeviceAuth> = {};
	if (params.has('name')) change.name = params.text('name') ?? '';
	if (params.has('active')) change.active = params.flag('active') ?? true;
	if (params.has(lists.groups)) change.groups = params.texts(lists.groups);
	if (params.has(lists.integrations)) change.trusted_endpoint_integrations = params.texts(lists.integrations);
	if (change.groups?.some((id) => !account.groups.has(id))) throw invalid(lists.groups);
	return change;
}

function sharedAt({ account, at }: Call): SharedDeviceAuth {
	const shared = account.sharedDeviceAuths.get(at('shared'));
	if (!shared) throw notFound();
	return shared;
}

const view = (account: Call['account'], shared: SharedDeviceAuth) => ({
	...shared,
	groups: shared.groups.map((group_id) => ({ group_id, name: account.groups.get(group_id)?.name })),
	trusted_endpoint_integrations: shared.trusted_endpoint_integrations.map((id) => ({
		trusted_endpoint_integration_id: id,
	})),
});
