import { query } from '../competitors/HttpRequests';
import { countOk, type Case } from './Case';
import { addPeople, named, spread } from './people';

const USERS = 1000;

/** Competitors look up one after the other: nobody batches by hand, which takes a Code node and more. */
export const resolveUsernames: Case = {
  name: 'resolveUsernames',
  title: 'Resolve 1,000 usernames in a tenant of 20,000 users',
  items: USERS,
  least: { calls: 10, limit: 'lists', sideBySide: true },
  fill: (tenant) => spread(addPeople(tenant, 20_000), USERS).map(({ user }) => user.username),
  nodes: {
    run: (names) => ({
      type: 'duoAdmin',
      items: named(names),
      parameters: {
        resource: 'user',
        operation: 'resolve',
        reference: '={{ $json.name }}',
        matchBy: 'username',
        simplify: false,
      },
    }),
    done: (output) => output.filter(({ found }) => found === true).length,
  },
  httpRequest: {
    run: (names, pace) => ({
      credential: 'duoAdminApi',
      items: named(names),
      path: '/admin/v1/users',
      parameters: query({ username: '={{ $json.name }}' }),
      options: pace.items('lists'),
    }),
    done: (output) => countOk(output, (users) => users.length === 1),
  },
  sdk: async (duo, names) =>
    await duo.each(names, async (username) => {
      const { response } = await duo.call('GET', '/admin/v1/users', { username });
      return Array.isArray(response) && response.length === 1;
    }),
};
