/** Admin API: groups and their members. */
import { duplicate, invalid } from '../http/errors';
import { page } from '../http/paging';
import { Page } from '../http/reply';
import { resource, type Call } from '../http/router';
import type { Group } from '../model/records';
import { groupView } from '../model/views';

import { groupAt } from './lookup';

const flags = ['push_enabled', 'sms_enabled', 'mobile_otp_enabled', 'voice_enabled'] as const;

export const groupRoutes = [
	resource.get('/admin/v1/groups', list),
	resource.post('/admin/v1/groups', create),
	resource.get('/admin/v1/groups/:group', (call) => ({ ...groupView(groupAt(call)), users: members(call) })),
	resource.get('/admin/v2/groups/:group', (call) => groupView(groupAt(call))),
	resource.get('/admin/v2/groups/:group/users', (call) => page(members(call), call.params)),
	resource.post('/admin/v1/groups/:group', modify),
	resource.delete('/admin/v1/groups/:group', remove),
];

function list({ account, params }: Call) {
	if (params.has('group_id_list')) {
		const wanted = params.texts('group_id_list');
		if (wanted.length > 100) throw invalid('group_id_list');
		// unconfirmed: that unknown ids are left out
		const groups = wanted.map((id) => account.groups.get(id)).filter((group) => group !== undefined);
		return new Page(groups.map(groupView), { total_objects: groups.length });
	}
	return page([...account.groups.values()].map(groupView), params);
}

function members(call: Call) {
	const { group_id } = groupAt(call);
	return call.account.usersWith('groups', group_id).map(({ user_id, username }) => ({ user_id, username }));
}

function create(call: Call) {
	const name = call.params.required('name');
	checkName(call, name);
	return groupView(call.account.addGroup({ ...groupFields(call), name }));
}

function modify(call: Call) {
	const group = groupAt(call);
	const name = call.params.has('name') ? call.params.required('name') : group.name;
	checkName(call, name, group);
	return groupView(Object.assign(group, groupFields(call), { name }));
}

function remove({ account, at }: Call) {
	account.groups.delete(at('group'));
	account.detachFromAll('groups', at('group'));
	return '';
}

function groupFields({ params }: Call): Partial<Group> {
	const fields: Partial<Group> = {};
	if (params.has('desc')) fields.desc = params.text('desc') ?? '';
	const status = params.oneOf('status', ['active', 'bypass', 'disabled'] as const);
	if (status) fields.status = status;
	for (const flag of flags) {
		const value = params.flag(flag);
		if (value !== undefined) fields[flag] = value;
	}
	return fields;
}

// unconfirmed: the code with which Duo refuses a name that is taken
function checkName({ account }: Call, name: string, self?: Group): void {
	if ([...account.groups.values()].some((group) => group !== self && group.name === name)) throw duplicate();
}
