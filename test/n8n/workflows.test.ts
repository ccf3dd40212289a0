import { Stage } from './harness/Stage';
import { readShipped } from './harness/workflows';

jest.setTimeout(60_000);

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});

afterAll(async () => {
  await stage.close();
});

test('enrolls a user', async () => {
  const [item] = await stage.call(readShipped('enroll-user'), [{ username: 'jdoe', email: 'jane@example.com' }]);

  const user = stage.tenant.account.findUser('jdoe');
  expect(item).toMatchObject({ created: true, invited: true, user_id: user?.user_id });
  expect(stage.tenant.account.sentEmails).toMatchObject([{ to: 'jane@example.com' }]);
});
