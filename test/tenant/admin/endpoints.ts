/** Admin API: endpoints, the devices of past logins. */
import { notFound } from '../http/errors';
import { page } from '../http/paging';
import { resource } from '../http/router';

export const endpointRoutes = [
	// unconfirmed: the sizes of the pages
	resource.get('/admin/v1/endpoints', ({ account, params }) => page([...account.endpoints.values()], params)),
	resource.get('/admin/v1/endpoints/:endpoint', ({ account, at }) => {
		const endpoint = account.endpoints.get(at('endpoint'));
		if (!endpoint) throw notFound();
		return endpoint;
	}),
];
