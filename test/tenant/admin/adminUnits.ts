/** Admin API: administrative units, and what belongs to them. */
import { duplicate, invalid, notFound } from '../http/errors';
import { page } from '../http/paging';
import { routes, type Call } from '../http/router';
import type { Account } from '../model/account';
import type { AdminUnit } from '../model/records';

const admins = routes('adminapi_admins', 'adminapi_admins');
const units = '/admin/v1/administrative_units';
const lists = ['admins', 'groups', 'integrations'] as const;
type List = (typeof lists)[number];

export const adminUnitRoutes = [
	admins.get(units, many),
	admins.post(units, create),
	admins.get(`${units}/:unit`, unitAt),
	admins.post(`${units}/:unit`, modify),
	admins.delete(`${units}/:unit`, ({ account, at }) => {
		account.adminUnits.delete(at('unit'));
		return '';
	}),
	...contentRoutes('admin', 'admins'),
	...contentRoutes('group', 'groups'),
	...contentRoutes('integration', 'integrations'),
];

function unitAt({ account, at }: Call): AdminUnit {
	const unit = account.adminUnits.get(at('unit'));
	if (!unit) throw notFound();
	return unit;
}

function many({ account, params }: Call) {
	const filters: [List, string | undefined][] = [
		['admins', params.text('admin_id')],
		['groups', params.text('group_id')],
		['integrations', params.text('integration_key')],
	];
	const given = filters.filter(([, id]) => id !== undefined);
	// unconfirmed: how Duo refuses two filters at once
	if (given.length > 1) throw invalid('admin_id');
	const found = [...account.adminUnits.values()].filter((unit) =>
		given.every(([list, id]) => unit[list].includes(id ?? '')),
	);
	return page(found.map(listed), params);
}

// unconfirmed: whether a list tells what the units hold; here it does not
const listed = ({
	admin_unit_id,
	name,
	description,
	restrict_by_groups,
	restrict_by_integrations,
}: AdminUnit) => ({
	admin_unit_id,
	name,
	description,
	restrict_by_groups,
	restrict_by_integrations,
});

function create({ account, params }: Call) {
	const name = params.required('name');
	const description = params.required('description');
	params.required('restrict_by_groups');
	checkName(account, name);
	const contents = Object.fromEntries(lists.map((list) => [list, idsFor(account, params, list)]));
	return account.addAdminUnit({ name, description, ...flags(params), ...contents });
}

function modify(call: Call) {
	const unit = unitAt(call);
	const { account, params } = call;
	if (params.has('name')) checkName(account, params.required('name'), unit);
	// What is listed is added; nothing is taken out this way.
	for (const list of lists) unit[list] = [...new Set([...unit[list], ...idsFor(account, params, list)])];
	for (const name of ['name', 'description'] as const) {
		if (params.has(name)) unit[name] = params.required(name);
	}
	return Object.assign(unit, flags(params));
}

function idsFor(account: Account, params: Call['params'], list: List): string[] {
	// unconfirmed: in which form Duo wants these lists
	const ids = params.has(list) ? params.texts(list) : [];
	for (const id of ids) checkContent(account, list, id);
	return ids;
}

// unconfirmed: the code with which Duo refuses a name that is taken
function checkName(account: Account, name: string, self?: AdminUnit): void {
	if ([...account.adminUnits.values()].some((unit) => unit !== self && unit.name === name)) throw duplicate();
}

function flags(params: Call['params']): Partial<AdminUnit> {
	const given: Partial<AdminUnit> = {};
	for (const name of ['restrict_by_groups', 'restrict_by_integrations'] as const) {
		const value = params.flag(name);
		if (value !== undefined) given[name] = value;
	}
	return given;
}

// unconfirmed: how Duo refuses what does not exist, and an administrator who is not restricted by units
function checkContent(account: Account, list: List, id: string): void {
	const { admins: people, groups, integrations } = account;
	const fits = {
		admins: people.get(id)?.restricted_by_admin_units ?? false,
		groups: groups.has(id),
		integrations: integrations.has(id),
	};
	if (!fits[list]) throw invalid(list);
}

function contentRoutes(segment: string, list: List) {
	const path = `${units}/:unit/${segment}/:content`;
	// unconfirmed: both answers
	const put = (call: Call) => {
		const unit = unitAt(call);
		checkContent(call.account, list, call.at('content'));
		unit[list] = [...new Set([...unit[list], call.at('content')])];
		return unit;
	};
	const take = (call: Call) => {
		const unit = unitAt(call);
		unit[list] = unit[list].filter((id) => id !== call.at('content'));
		return '';
	};
	return [admins.post(path, put), admins.delete(path, take)];
}
