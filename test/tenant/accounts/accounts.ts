/** Accounts API: child accounts are made, listed and deleted. */
import { routes, type Call } from '../http/router';
import type { Account } from '../model/account';

const accounts = routes(undefined, undefined);

export const accountRoutes = [
	accounts.post('/accounts/v1/account/list', ({ tenant }) => [...tenant.children.values()].map(view)),
	accounts.post('/accounts/v1/account/create', ({ tenant, params }) =>
		view(tenant.addChild(params.required('name'))),
	),
	accounts.post('/accounts/v1/account/delete', remove),
];

const view = ({ accountId, apiHostname, name }: Account) => ({
	account_id: accountId,
	api_hostname: apiHostname,
	name,
});

/** Absent accounts are no error. */
function remove({ tenant, params }: Call) {
	tenant.children.delete(params.required('account_id'));
	return '';
}
