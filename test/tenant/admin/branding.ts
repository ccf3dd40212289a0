/** Admin API: how prompts look, live and as a draft. */
import { invalid, notFound } from '../http/errors';
import type { Params } from '../http/params';
import { Raw } from '../http/reply';
import { routes, type Call } from '../http/router';

import { userAt } from './lookup';

const settings = routes('adminapi_settings', 'adminapi_settings');

export const brandingRoutes = [
	settings.get('/admin/v1/logo', logo),
	settings.post('/admin/v1/logo', setLogo),
	settings.delete('/admin/v1/logo', ({ account }) => {
		account.logo = undefined;
		return '';
	}),
	// unconfirmed: the shapes of all that follows; here the fields that were set, and the ids of the draft's
	// users
	settings.get('/admin/v1/branding', ({ account }) => account.branding.live),
	settings.post('/admin/v1/branding', ({ account, params }) =>
		Object.assign(account.branding.live, fields(params)),
	),
	settings.get('/admin/v1/branding/draft', draft),
	settings.post('/admin/v1/branding/draft', (call) => {
		const { account, params } = call;
		const { user_ids: users, ...rest } = fields(params);
		if (users !== undefined) {
			const ids = params.texts('user_ids');
			if (ids.some((id) => !account.users.has(id))) throw invalid('user_ids');
			account.branding.draftUsers = new Set(ids);
		}
		Object.assign(account.branding.draft, rest);
		return draft(call);
	}),
	settings.post('/admin/v1/branding/draft/users/:user', (call) => {
		call.account.branding.draftUsers.add(userAt(call).user_id);
		return '';
	}),
	settings.delete('/admin/v1/branding/draft/users/:user', ({ account, at }) => {
		account.branding.draftUsers.delete(at('user'));
		return '';
	}),
	settings.post('/admin/v1/branding/draft/publish', ({ account }) => {
		account.branding.live = account.branding.draft;
		// unconfirmed: that its users go with it
		account.branding.draft = {};
		account.branding.draftUsers = new Set();
		return '';
	}),
	settings.get('/admin/v1/branding/custom_messaging', ({ account }) => account.branding.messaging),
	settings.post('/admin/v1/branding/custom_messaging', ({ account, params }) => {
		if ((params.text('help_text') ?? '').length > 200) throw invalid('help_text');
		return Object.assign(account.branding.messaging, fields(params));
	}),
];

/** A picture, not in Duo's envelope. */
export function logo({ account }: Call): Raw {
	// unconfirmed: the code for an account without a logo
	if (!account.logo) throw notFound();
	return new Raw('image/png', account.logo);
}

function setLogo({ account, params }: Call) {
	const picture = Buffer.from(params.required('logo'), 'base64');
	if (picture.toString('latin1', 1, 4) !== 'PNG') throw invalid('logo');
	account.logo = picture;
	// unconfirmed: what Duo answers
	return '';
}

function draft({ account: { branding } }: Call) {
	return { ...branding.draft, user_ids: [...branding.draftUsers] };
}

/** What is set, without the name of the child account that it is for. */
function fields(params: Params) {
	return Object.fromEntries(Object.entries(params.values).filter(([name]) => name !== 'account_id'));
}
