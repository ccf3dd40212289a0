import { notFound } from '../http/errors';
import { page } from '../http/paging';
import { routes, type Call } from '../http/router';

const admins = routes('adminapi_admins', 'adminapi_admins');

export const adminRoutes = [
  admins.get('/admin/v1/admins', ({ account, params }) => page([...account.admins.values()], params)),
  admins.get('/admin/v1/admins/:admin', one),
];

function one({ account, at }: Call) {
  const admin = account.admins.get(at('admin'));
  if (!admin) throw notFound();
  return admin;
}
