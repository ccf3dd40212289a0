import { startTenant, type Tenant } from '../tenant';
import { call, type Values } from '../tenant/testing/client';

let tenant: Tenant;
beforeEach(async () => {
  tenant = await startTenant();
});
afterEach(() => tenant.stop());

const accounts = (path: string, values?: Values) =>
  call(tenant, 'POST', `/accounts/v1/account/${path}`, values, { sign: 'v5' });

it('makes, lists and deletes child accounts', async () => {
  const { account_id } = (await accounts('create', { name: 'Branch office' })).body.response;
  expect(account_id).toMatch(/^DA[A-Z0-9]{18}$/);
  const listed = [{ account_id, api_hostname: tenant.host, name: 'Branch office' }];
  expect((await accounts('list')).body.response).toEqual(listed);
  expect((await accounts('delete', { account_id })).body.response).toBe('');
  expect((await accounts('list')).body.response).toEqual([]);
});

it('opens the data of a child, and only of that child, to the key of its parent', async () => {
  const child = tenant.addChild('Branch office');
  const other = tenant.addChild('Warehouse');
  tenant.addUser({ username: 'parent' });
  child.addUser({ username: 'child' });
  const key = tenant.keys.accounts;
  const users = async (values: Values) =>
    (await call(tenant, 'GET', '/admin/v1/users', values, { key })).body;
  expect((await users({ account_id: child.accountId })).response).toMatchObject([{ username: 'child' }]);
  expect((await users({ account_id: other.accountId })).response).toEqual([]);
  expect(await users({})).toMatchObject({ code: 40301 });
  expect(await users({ account_id: 'DANOTHING' })).toMatchObject({ stat: 'FAIL' });
  const values = { account_id: other.accountId, username: 'new' };
  await call(tenant, 'POST', '/admin/v1/users', values, { key, sign: 'v5' });
  expect(other.findUser('new')).toBeDefined();
  expect(tenant.account.findUser('new')).toBeUndefined();
});

it('counts what it has', async () => {
  tenant.addUser({ username: 'ada' });
  expect((await call(tenant, 'GET', '/admin/v1/info/summary')).body.response).toEqual({
    admin_count: 0,
    integration_count: 3,
    telephony_credits_remaining: 100,
    user_count: 1,
  });
});

it('is filled with the same people for the same seed', async () => {
  const fill = async (seed: number) => {
    const filled = await startTenant({ sample: { seed, users: 30 } });
    await filled.stop();
    const people = { users: [...filled.account.users.values()], phones: [...filled.account.phones.values()] };
    return { people, secret: filled.keys.admin.secretKey };
  };
  const [one, again, two] = [await fill(1), await fill(1), await fill(2)];
  expect(again).toEqual(one);
  expect(two.secret).not.toBe(one.secret);
  expect(one.people.users).toHaveLength(30);
  expect(two.people.users.map(({ username }) => username)).not.toEqual(
    one.people.users.map(({ username }) => username),
  );
  const numbers = one.people.phones.map(({ number }) => number);
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const number of numbers) expect(number).toMatch(/^\+1[2-9]\d{2}55501\d{2}$/);
});
