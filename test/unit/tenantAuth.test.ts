import { startTenant, type Tenant } from '../tenant';
import { call } from '../tenant/testing/client';

let tenant: Tenant;
beforeAll(async () => {
  tenant = await startTenant({ pushTimeoutMs: 300 });
});
afterAll(() => tenant.stop());

const pushFrom = (username: string) =>
  call(tenant, 'POST', '/auth/v2/auth', { username, factor: 'push', device: 'auto' }, { sign: 'v5' });

describe('a push', () => {
  it.each([
    ['approve', { result: 'allow', status: 'allow', status_msg: 'Success. Logging you in...' }],
    ['deny', { result: 'deny', status: 'deny', status_msg: 'Login request denied.' }],
    ['fraud', { result: 'deny', status: 'fraud', status_msg: expect.any(String) }],
    ['none', { result: 'deny', status: 'timeout', status_msg: 'Login timed out.' }],
  ] as const)('that meets %s ends so', async (answer, response) => {
    const phone = tenant.addPhone({ number: '+15555550101', answer: { answer, afterMs: 5 } });
    tenant.addUser({ username: `person ${answer}`, phones: [phone.phone_id] });
    const reply = await pushFrom(`person ${answer}`);
    expect(reply.body).toEqual({ stat: 'OK', response });
  });

  it('in the background is pushed first and settled when the status is asked again', async () => {
    const phone = tenant.addPhone({ answer: { answer: 'none', afterMs: 0 } });
    tenant.addUser({ username: 'later', phones: [phone.phone_id] });
    const start = await call(tenant, 'POST', '/auth/v2/auth', {
      username: 'later',
      factor: 'push',
      device: phone.phone_id,
      async: '1',
    });
    const { txid } = start.body.response;
    const ask = () => call(tenant, 'GET', '/auth/v2/auth_status', { txid });
    expect((await ask()).body.response).toMatchObject({ result: 'waiting', status: 'pushed' });
    const second = ask();
    tenant.answer(phone.phone_id, { answer: 'approve', afterMs: 30 });
    expect((await second).body.response).toMatchObject({ result: 'allow', status: 'allow' });
    expect((await ask()).body.response).toMatchObject({ result: 'allow' });
  });
});
