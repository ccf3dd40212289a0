import { query } from '../competitors/HttpRequests';
import { countOk, type Case } from './Case';
import { addPeople, named, spread } from './people';

const NAMES = 1000;

/** Duo has no batches for e-mail addresses: all users are read, in pages of 300, which is less than one call for each. */
export const resolveEmails: Case = {
  name: 'resolveEmails',
  title: 'Resolve 1,000 e-mail addresses in a tenant of 20,000 users',
  items: NAMES,
  least: { calls: 67, limit: 'pages', sideBySide: true },
  fill: (tenant) => spread(addPeople(tenant, 20_000), NAMES).map(({ user }) => user.email),
  nodes: {
    run: (names) => ({
      type: 'duoAdmin',
      items: named(names),
      parameters: {
        resource: 'user',
        operation: 'resolve',
        reference: '={{ $json.name }}',
        matchBy: 'email',
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
      parameters: query({ email: '={{ $json.name }}' }),
      options: pace.items('lists'),
    }),
    done: (output) => countOk(output, (users) => users.length === 1),
  },
  sdk: async (duo, names) =>
    await duo.each(names, async (email) => {
      const { response } = await duo.call('GET', '/admin/v1/users', { email });
      return Array.isArray(response) && response.length === 1;
    }),
};
