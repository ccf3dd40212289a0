import { notFound } from '../http/errors';
import { routes, type Call } from '../http/router';
import type { Account } from '../model/account';

const accounts = routes(undefined, undefined);

export const accountRoutes = [
  accounts.post('/accounts/v1/account/list', ({ tenant }) => [...tenant.children.values()].map(view)),
  // unconfirmed: that the answer holds more than the id
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

function remove({ tenant, params }: Call) {
  // unconfirmed: what Duo says to an unknown account
  if (!tenant.children.delete(params.required('account_id'))) throw notFound();
  return '';
}
