import { runNode, startTrustedTenant } from '../../support/engine';
import type { Tenant } from '../../tenant';

let tenant: Tenant;

beforeAll(async () => {
  tenant = await startTrustedTenant();
});
afterAll(async () => {
  await tenant.stop();
});

test('create makes the user in Duo and returns it', async () => {
  const { json, error } = await runNode(tenant, {
    type: 'duoAdmin',
    parameters: {
      resource: 'user',
      operation: 'create',
      username: '={{ $json.login }}',
      additionalFields: { email: 'zoe@example.test', aliases: ['z', 'zo'] },
    },
    items: [{ login: 'zoe' }],
  });

  expect(error).toBeUndefined();
  expect(json).toEqual([expect.objectContaining({ username: 'zoe', aliases: { alias1: 'z', alias2: 'zo' } })]);
  expect([...tenant.account.users.values()]).toEqual([expect.objectContaining({ username: 'zoe' })]);
  expect(tenant.requests.map(({ signature }) => signature)).toEqual(['v5']);
});
