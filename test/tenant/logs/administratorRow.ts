import type { Scene } from './cast';
import type { AdministratorRow } from './rowTypes';
import { isoSeconds, seconds } from './times';

const actions = [
  'user_create',
  'user_update',
  'user_delete',
  'phone_create',
  'group_update',
  'customer_update',
];

export function administratorRow({ at, random, cast }: Scene): AdministratorRow {
  const common = { timestamp: seconds(at), isotimestamp: isoSeconds(at), username: cast.admin(random).name };
  if (random.share() < 0.3) {
    const description = JSON.stringify({
      ip_address: '203.0.113.7',
      factor: 'push',
      primary_auth_method: 'Password',
    });
    return { ...common, action: 'admin_login', description, object: null };
  }
  const { name, email } = cast.person(random);
  const description = JSON.stringify({ email, status: 'Active' });
  return { ...common, action: random.pick(actions), description, object: name };
}
