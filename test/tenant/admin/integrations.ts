import { page } from '../http/paging';
import { routes, type Call } from '../http/router';
import { adminPermissions, type ApiKey } from '../types';

const integrations = routes('adminapi_integrations', 'adminapi_integrations');

export const integrationRoutes = [integrations.get('/admin/v3/integrations', list)];

/** The applications of the account: the pairs of keys that it handed out. */
function list({ tenant, account, params }: Call) {
  return page(tenant.keysOf(account).map(integrationView), params);
}

// unconfirmed: the fields of version 3; here those of version 1 that were seen, without the secret
const integrationView = ({ api, integrationKey, name, permissions }: ApiKey) => ({
  ...(api === 'admin' &&
    Object.fromEntries(
      adminPermissions.map((permission) => [permission, permissions.includes(permission) ? 1 : 0]),
    )),
  enroll_policy: '',
  groups_allowed: [],
  integration_key: integrationKey,
  name,
  networks_for_api_access: '',
  notes: '',
  policy_key: null,
  self_service_allowed: false,
  type: `${api}api`,
  user_access: 'ALL_USERS',
  username_normalization_policy: 'None',
  visual_style: 'default',
});
