/** Admin API: the configuration of Duo Passport. */
import { invalid } from '../http/errors';
import { resource, type Call } from '../http/router';

const statuses = ['disabled', 'enabled', 'enabled-for-groups', 'enabled-with-exceptions'] as const;

export const passportRoutes = [
	resource.get('/admin/v2/passport/config', view),
	resource.post('/admin/v2/passport/config', update),
];

/** Groups are ids in, and objects out. */
function view({ account }: Call) {
	const groups = (ids: string[]) =>
		ids.map((id) => ({ group_id: id, group_name: account.groups.get(id)?.name ?? '' }));
	const { enabled_groups, disabled_groups } = account.passport;
	return {
		...account.passport,
		enabled_groups: groups(enabled_groups),
		disabled_groups: groups(disabled_groups),
	};
}

// unconfirmed: that what is left out becomes empty
function update(call: Call) {
	const { params, account } = call;
	const ids = (name: string) => {
		const listed = params.has(name) ? params.texts(name) : [];
		if (listed.some((id) => !account.groups.has(id))) throw invalid(name);
		return listed;
	};
	account.passport = {
		enabled_status: params.oneOf('enabled_status', statuses) ?? 'disabled',
		enabled_groups: ids('enabled_groups'),
		disabled_groups: ids('disabled_groups'),
		custom_supported_browsers: params.values.custom_supported_browsers ?? {},
	};
	return view(call);
}
