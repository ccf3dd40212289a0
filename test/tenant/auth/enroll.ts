/** Auth API: users are enrolled. */
import { invalid } from '../http/errors';
import { routes, type Call } from '../http/router';
import { activationLinks, newActivation } from '../model/activation';

const auth = routes(undefined, undefined);

export const enrollRoutes = [
	auth.post('/auth/v2/enroll', enroll),
	auth.post('/auth/v2/enroll_status', enrollStatus),
];

/** Makes the user, a phone without a number, and a link that activates it. */
function enroll({ account, params, tenant }: Call) {
	const username = params.has('username') ? params.required('username') : account.ids.hex(32);
	const seconds = params.count('valid_secs') ?? 86_400;
	if (account.findUser(username)) throw invalid('username already exists');
	const bypassCodes = params.count('bypass_codes') ?? 0;
	// unconfirmed: how many codes may be asked for
	if (bypassCodes > 10) throw invalid('bypass_codes');
	const user = account.addUser({ username });
	const phone = account.addPhone({ activated: false, users: [user.user_id] });
	const activation = newActivation(account, phone.phone_id, tenant.now() + seconds, user.user_id);
	const codes = Array.from({ length: bypassCodes }, () => account.addBypassCode({ user: user.user_id }).code);
	return {
		...activationLinks(tenant.url, activation),
		activation_code: `duo://${activation.code}`,
		// unconfirmed: the name of the list of codes
		...(codes.length > 0 && { bypass_codes: codes }),
		expiration: activation.expiration,
		user_id: user.user_id,
		username,
	};
}

function enrollStatus({ account, params, tenant }: Call) {
	const userId = params.required('user_id');
	const activation = account.activations.get(params.required('activation_code').replace(/^duo:\/\//, ''));
	if (!activation || activation.user_id !== userId || !account.users.has(userId)) return 'invalid';
	if (account.phones.get(activation.phone_id)?.activated) return 'success';
	return tenant.now() > activation.expiration ? 'invalid' : 'waiting';
}
