import { notFound } from '../http/errors';
import { page } from '../http/paging';
import { resource, type Call } from '../http/router';

export const policyRoutes = [
  // unconfirmed: the size of these pages
  resource.get('/admin/v2/policies', ({ account, params }) =>
    page([...account.policies.values()], params, { default: 100, max: 100 }),
  ),
  resource.get('/admin/v2/policies/:policy', one),
];

function one({ account, at }: Call) {
  const policies = [...account.policies.values()];
  const key = at('policy');
  const policy = policies.find(({ policy_key, is_global_policy }) =>
    key === 'global' ? is_global_policy : policy_key === key,
  );
  if (!policy) throw notFound();
  return policy;
}
