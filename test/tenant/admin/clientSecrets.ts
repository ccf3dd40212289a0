/** Admin API: client secrets of applications that use OpenID Connect. */
import { notFound } from '../http/errors';
import { routes, type Call } from '../http/router';

const path = '/admin/v2/integrations/oidc/:integration/client_secret';
const integrations = routes('adminapi_integrations', 'adminapi_integrations');

export const clientSecretRoutes = [integrations.get(path, read), integrations.post(path, reset)];

// unconfirmed: the fields of this object
const view = (integration_key: string, client_secret: string) => ({ integration_key, client_secret });

function read({ account, at }: Call) {
	const secret = account.clientSecrets.get(at('integration'));
	if (secret === undefined) throw notFound();
	return view(at('integration'), secret);
}

function reset(call: Call) {
	read(call);
	const secret = call.account.ids.secret();
	call.account.clientSecrets.set(call.at('integration'), secret);
	return view(call.at('integration'), secret);
}
