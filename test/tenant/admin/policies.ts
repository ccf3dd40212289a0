/** Admin API: policies. */
import { invalid, missing, notFound } from '../http/errors';
import { page } from '../http/paging';
import { Params } from '../http/params';
import { resource, type Call } from '../http/router';
import type { Account } from '../model/account';
import type { Policy } from '../model/records';

import { userAt } from './lookup';

export const policyRoutes = [
	// unconfirmed: the size of these pages
	resource.get('/admin/v2/policies', ({ account, params }) =>
		page([...account.policies.values()].map(policyView), params, { default: 100, max: 100 }),
	),
	resource.get('/admin/v2/policies/summary', summary),
	resource.get('/admin/v2/policies/calculate', calculate),
	resource.get('/admin/v2/policies/:policy', (call) => policyView(policyAt(call))),
	resource.post('/admin/v2/policies', create),
	resource.post('/admin/v2/policies/copy', copy),
	resource.put('/admin/v2/policies/update', updateMany),
	resource.put('/admin/v2/policies/:policy', (call) => policyView(change(policyAt(call), call.params))),
	resource.delete('/admin/v2/policies/:policy', remove),
];

const policyView = ({ policy_key, policy_name, is_global_policy, sections }: Policy) => ({
	policy_key,
	policy_name,
	is_global_policy,
	sections,
});

const policyAt = (call: Call) => policyOf(call, call.at('policy'));

function policyOf({ account }: Call, key: string): Policy {
	const policy = key === 'global' ? globalPolicy({ account }) : account.policies.get(key);
	if (!policy) throw notFound();
	return policy;
}

const globalPolicy = ({ account }: Pick<Call, 'account'>) =>
	[...account.policies.values()].find(({ is_global_policy }) => is_global_policy);

function summary({ account }: Call) {
	const policies = [...account.policies.values()].map((policy) => ({
		policy_key: policy.policy_key,
		policy_name: policy.policy_name,
		policy_applies_to: appliesTo(account, policy),
	}));
	return { policies, policy_count: policies.length, response_is_truncated: false };
}

/** One entry for each application, for everybody or for groups. */
function appliesTo({ integrations, groups }: Account, { apps, groupsInApps }: Policy) {
	const nameOf = (key: string) => integrations.get(key)?.name ?? '';
	return [
		...apps.map((key) => ({ app_name: nameOf(key), app_integration_key: key, apply_type: 'app' })),
		...groupsInApps.map(({ app_integration_key: key, group_id_list }, index) => ({
			app_name: nameOf(key),
			app_integration_key: key,
			apply_type: 'app/group_app',
			// unconfirmed: where the positions begin, and the fields of the groups
			group_position: index + 1,
			groups: group_id_list.map((group_id) => ({ group_id, group_name: groups.get(group_id)?.name ?? '' })),
		})),
	];
}

// unconfirmed: what stands in policy_elements
function calculate(call: Call) {
	const key = call.params.required('integration_key');
	const user = userAt({ ...call, at: () => call.params.required('user_id') });
	const isApplied = ({ apps, groupsInApps }: Policy) =>
		apps.includes(key) ||
		groupsInApps.some(
			({ app_integration_key, group_id_list }) =>
				app_integration_key === key && group_id_list.some((group) => user.groups.includes(group)),
		);
	const applied = [globalPolicy(call)!, ...[...call.account.policies.values()].filter(isApplied)];
	return {
		policy_elements: applied.map(policyView),
		sections: Object.assign({}, ...applied.map(({ sections }) => sections)) as object,
	};
}

function create(call: Call) {
	const policy_name = call.params.required('policy_name');
	return policyView(change(call.account.addPolicy({ policy_name }), call.params));
}

function copy(call: Call) {
	const { sections } = policyOf(call, call.params.required('policy_key'));
	if (!call.params.has('new_policy_names_list')) throw missing('new_policy_names_list');
	const policies = call.params
		.texts('new_policy_names_list')
		.map((policy_name) => policyView(call.account.addPolicy({ policy_name, sections: { ...sections } })));
	// unconfirmed: whether the list stands by itself; a sample has it inside an object
	return { policies };
}

/** All policies are meant when nothing is said about which. */
function updateMany(call: Call) {
	const { edit_all_policies: all = true, edit_list = [] } = object(call.params, 'policies_to_update');
	const changes = new Params(object(call.params, 'policy_changes'));
	if (typeof all !== 'boolean' || !Array.isArray(edit_list)) throw invalid('policies_to_update');
	const policies = all
		? [...call.account.policies.values()]
		: (edit_list as string[]).map((key) => policyOf(call, key));
	return policies.map((policy) => policyView(change(policy, changes)));
}

function remove({ account, at }: Call) {
	// unconfirmed: how Duo refuses to delete the global policy
	if (account.policies.get(at('policy'))?.is_global_policy) throw invalid('policy_key');
	account.policies.delete(at('policy'));
	return '';
}

function change(policy: Policy, params: Params): Policy {
	if (params.has('policy_name')) policy.policy_name = params.required('policy_name');
	const changed = params.has('sections') ? Object.entries(object(params, 'sections')) : [];
	const listed = params.has('sections_to_delete') ? params.texts('sections_to_delete') : [];
	// unconfirmed: whether Duo refuses to remove sections of the global policy, or keeps them in silence
	const dropped = policy.is_global_policy ? [] : listed;
	const sections = {
		...policy.sections,
		// unconfirmed: whether the keys of a section are merged with those that it has
		...Object.fromEntries(
			changed.map(([name, section]) => [name, { ...policy.sections[name], ...(section as object) }]),
		),
	};
	policy.sections = Object.fromEntries(Object.entries(sections).filter(([name]) => !dropped.includes(name)));
	if (params.has('apply_to_apps')) {
		policy.apps.push(...((object(params, 'apply_to_apps').apply_list ?? []) as string[]));
	}
	if (params.has('apply_to_groups_in_apps')) {
		const { apply_group_policies_list: added = [] } = object(params, 'apply_to_groups_in_apps');
		policy.groupsInApps.push(...(added as Policy['groupsInApps']));
	}
	return policy;
}

/** A real object, as only a JSON body can hold it. */
function object(params: Params, name: string): Record<string, unknown> {
	const value = params.values[name];
	if (value === undefined) throw missing(name);
	if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(name);
	return value as Record<string, unknown>;
}
