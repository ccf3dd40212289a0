/** Admin API: applications, which Duo’s API calls integrations. */
import { forbidden, invalid, notFound } from '../http/errors';
import { page } from '../http/paging';
import { Page } from '../http/reply';
import { routes, type Call } from '../http/router';
import { newIntegration, type Integration } from '../model/records';
import { adminPermissions, type Api } from '../types';

const integrations = routes('adminapi_integrations', 'adminapi_integrations');
const list = '/admin/v3/integrations';

export const integrationRoutes = [
	integrations.get(list, many),
	integrations.post(list, create),
	integrations.get(`${list}/:integration`, (call) => integrationView(call, integrationAt(call))),
	integrations.post(`${list}/:integration`, modify),
	integrations.delete(`${list}/:integration`, remove),
];

/** Types whose keys open one of Duo's own APIs. */
const apis: Record<string, Api> = { adminapi: 'admin', authapi: 'auth', accountsapi: 'accounts' };

/** The applications of the account: those with keys for an API, and those that only protect something. */
function many(call: Call) {
	const { items, metadata } = page([...call.account.integrations.values()], call.params);
	return new Page(
		(items as Integration[]).map((integration) => integrationView(call, integration)),
		metadata,
	);
}

function integrationAt({ account, at }: Call): Integration {
	const found = account.integrations.get(at('integration'));
	if (!found) throw notFound();
	return found;
}

function create(call: Call) {
	const { account, tenant, params } = call;
	const name = params.required('name');
	const type = params.required('type');
	const fields = integrationFields(call);
	const permissions = permissionsAfter(call, []);
	const api = apis[type];
	if (!api) {
		const made = newIntegration({ integration_key: account.ids.id('DI'), name, type, ...fields });
		account.integrations.set(made.integration_key, made);
		return integrationView(call, made);
	}
	const { integrationKey } = tenant.addKey({ api, name, permissions, account });
	return integrationView(call, Object.assign(account.integrations.get(integrationKey)!, fields));
}

function modify(call: Call) {
	const integration = integrationAt(call);
	const fields = integrationFields(call);
	const key = call.tenant.findKey(integration.integration_key);
	const permissions = permissionsAfter(call, key?.permissions ?? []);
	const resets = call.params.flag('reset_secret_key') ?? false;
	// unconfirmed: the words with which Duo refuses to reset the key that makes the call
	if (resets && key === call.key) throw invalid('reset_secret_key');
	Object.assign(integration, fields);
	if (call.params.has('name')) integration.name = call.params.required('name');
	const secret_key = resets ? call.account.ids.secret() : key?.secretKey;
	if (key && secret_key) Object.assign(key, { name: integration.name, permissions, secretKey: secret_key });
	return integrationView(call, integration);
}

function remove({ account, tenant, at }: Call) {
	if (account.integrations.delete(at('integration'))) tenant.removeKey(at('integration'));
	return '';
}

function integrationFields({ params, account }: Call): Partial<Integration> {
	const fields: Partial<Integration> = {};
	for (const name of texts) if (params.has(name)) fields[name] = params.text(name) ?? '';
	const policy = params.text('policy_key');
	if (policy && !account.policies.has(policy)) throw invalid('policy_key');
	if (policy !== undefined) fields.policy_key = policy || null;
	if (params.has('groups_allowed')) {
		const groups = (params.separated('groups_allowed') ?? []).filter((id) => id !== '');
		if (groups.some((id) => !account.groups.has(id))) throw invalid('groups_allowed');
		fields.groups_allowed = groups;
	}
	const enroll_policy = params.oneOf('enroll_policy', ['enroll', 'allow', 'deny'] as const);
	if (enroll_policy) fields.enroll_policy = enroll_policy;
	const normalization = params.oneOf('username_normalization_policy', ['simple', 'none'] as const);
	if (normalization) {
		fields.username_normalization_policy = normalization === 'simple' ? 'Simple' : 'None';
	}
	const access = params.text('user_access');
	if (access !== undefined) {
		if (!['ALL_USERS', 'NO_USERS', 'PERMITTED_GROUPS'].includes(access)) throw invalid('user_access');
		fields.user_access = access;
	}
	fields.self_service_allowed = params.flag('self_service_allowed');
	fields.prompt_v4_enabled = params.flag('prompt_v4_enabled');
	fields.trusted_device_days = params.count('trusted_device_days');
	if (params.has('sso')) fields.sso = params.values.sso as object;
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

const texts = [
	'greeting',
	'notes',
	'ip_whitelist',
	'ip_whitelist_enroll_policy',
	'networks_for_api_access',
] as const;

function permissionsAfter({ params, key }: Call, before: readonly string[]) {
	const changed = adminPermissions.filter((permission) => params.has(permission));
	// unconfirmed: how Duo refuses an application that may not set permissions
	if (changed.length > 0 && !key?.permissions.includes('adminapi_allow_to_set_permissions'))
		throw forbidden();
	return adminPermissions.filter((permission) => params.flag(permission) ?? before.includes(permission));
}

/** Version 3 masks the secret, also when it has just been made. */
// unconfirmed: the other fields of version 3, here those of version 1 that were seen; and how the secret is
// masked
function integrationView({ tenant }: Call, integration: Integration) {
	const granted = tenant.findKey(integration.integration_key)?.permissions ?? [];
	const flags = adminPermissions.map((flag): [string, number] => [flag, granted.includes(flag) ? 1 : 0]);
	return {
		...integration,
		secret_key: '*'.repeat(40),
		...(integration.type === 'adminapi' && Object.fromEntries(flags)),
		visual_style: 'default',
	};
}
