/** Admin API: WebAuthn credentials, U2F tokens and desktop authenticators. */
import { notFound } from '../http/errors';
import { page } from '../http/paging';
import { resource, type Call, type Route } from '../http/router';
import type { Account } from '../model/account';
import { desktopAuthenticatorView, u2fView, webAuthnView } from '../model/views';

/** Keys and sensors that people log in with: listed, looked at and deleted, never made here. */
function credentialRoutes<T>(
	path: string,
	map: (account: Account) => Map<string, T>,
	view: (account: Account, record: T) => unknown,
): Route[] {
	const list = ({ account, params }: Call) =>
		page(
			[...map(account).values()].map((record) => view(account, record)),
			params,
		);
	const get = ({ account, at }: Call) => {
		const record = map(account).get(at('id'));
		if (!record) throw notFound();
		return view(account, record);
	};
	const remove = ({ account, at }: Call) => {
		map(account).delete(at('id'));
		return '';
	};
	return [resource.get(path, list), resource.get(`${path}/:id`, get), resource.delete(`${path}/:id`, remove)];
}

export const webAuthnRoutes = credentialRoutes(
	'/admin/v1/webauthncredentials',
	(account) => account.webAuthnCredentials,
	webAuthnView,
);

export const u2fRoutes = credentialRoutes('/admin/v1/u2ftokens', (account) => account.u2fTokens, u2fView);

export const desktopAuthenticatorRoutes = credentialRoutes(
	'/admin/v1/desktop_authenticators',
	(account) => account.desktopAuthenticators,
	desktopAuthenticatorView,
);
