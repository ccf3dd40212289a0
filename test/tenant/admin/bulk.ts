/** Admin API: several changes of users in one request. */
import { DuoError, invalid, notFound } from '../http/errors';
import { Params } from '../http/params';
import { resource, Router, type Call } from '../http/router';

import { userDeviceRoutes } from './userDevices';
import { userRoutes } from './users';

export const bulkRoutes = [resource.post('/admin/v1/bulk', bulk)];

const allowed = [
	'POST /admin/v1/users',
	'POST /admin/v1/users/:user',
	'DELETE /admin/v1/users/:user',
	'POST /admin/v1/users/:user/groups',
	'DELETE /admin/v1/users/:user/groups/:attached',
];
const router = new Router(
	[...userRoutes, ...userDeviceRoutes].filter(({ method, pattern }) =>
		allowed.includes(`${method} ${pattern}`),
	),
);

interface Operation {
	method: string;
	path: string;
	body: Record<string, unknown>;
}

// unconfirmed: the shape of the answer; here the answers of the operations in their order
function bulk(call: Call) {
	const operations = call.params.array('operations').map(toOperation);
	if (operations.length > 50) throw invalid('operations');
	return operations.map((operation) => perform(call, operation));
}

function perform(call: Call, { method, path, body }: Operation) {
	try {
		const match = router.find(method, path);
		if (!match || match === 'wrong verb') throw notFound();
		const at = (name: string) => match.values[name] ?? '';
		return { stat: 'OK', response: match.route.handler({ ...call, at, params: new Params(body) }) };
	} catch (error) {
		if (!(error instanceof DuoError)) throw error;
		return { stat: 'FAIL', code: error.code, message: error.message, message_detail: error.detail };
	}
}

function toOperation(value: unknown): Operation {
	const { method, path, body = {} } = (value ?? {}) as Partial<Operation>;
	if (typeof method !== 'string' || typeof path !== 'string' || typeof body !== 'object')
		throw invalid('operations');
	return { method: method.toUpperCase(), path, body };
}
