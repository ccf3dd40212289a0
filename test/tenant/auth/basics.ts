/** Auth API: ping, check and logo. */
import { logo } from '../admin/branding';
import { routes, type Call } from '../http/router';

const auth = routes(undefined, undefined);

const time = ({ tenant }: Call) => ({ time: tenant.now() });

export const basicRoutes = [
	{ ...auth.get('/auth/v2/ping', time), open: true },
	auth.get('/auth/v2/check', time),
	auth.get('/auth/v2/logo', logo),
];
