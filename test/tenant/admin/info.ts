import { routes, type Call } from '../http/router';

export const infoRoutes = [routes('adminapi_info', undefined).get('/admin/v1/info/summary', summary)];

// unconfirmed: whether Duo returns further numbers
function summary({ account, tenant }: Call) {
  return {
    admin_count: account.admins.size,
    integration_count: tenant.keysOf(account).length,
    telephony_credits_remaining: account.telephonyCredits,
    user_count: account.users.size,
  };
}
