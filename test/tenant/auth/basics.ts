import { notFound } from '../http/errors';
import { Raw } from '../http/reply';
import { routes, type Call } from '../http/router';

const auth = routes(undefined, undefined);

/** One grey pixel. */
const logoPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNoaGj4DwAFhAKAjM1mJgAAAABJRU5ErkJggg==',
  'base64',
);

const time = ({ tenant }: Call) => ({ time: tenant.now() });

export const basicRoutes = [
  { ...auth.get('/auth/v2/ping', time), open: true },
  auth.get('/auth/v2/check', time),
  auth.get('/auth/v2/logo', ({ tenant }) => {
    // unconfirmed: the code for a tenant without a logo
    if (!tenant.options.logo) throw notFound();
    return new Raw('image/png', logoPng);
  }),
];
