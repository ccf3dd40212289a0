/** Makes up rows of the administrator log. */
import type { Scene } from './cast';
import type { Random } from './random';
import type { AdministratorRow } from './rowTypes';
import { isoSeconds, seconds } from './times';

const actions = [
	'user_create',
	'user_update',
	'user_delete',
	'phone_create',
	'group_update',
	'customer_update',
];

export function administratorRow({ at, random, cast }: Scene): AdministratorRow {
	const common = { timestamp: seconds(at), isotimestamp: isoSeconds(at), username: cast.admin(random).name };
	if (random.share() < 0.3) {
		const description = JSON.stringify({
			ip_address: '203.0.113.7',
			factor: 'push',
			primary_auth_method: 'Password',
		});
		return { ...common, action: 'admin_login', description, object: null };
	}
	const { name, email } = cast.person(random);
	if (random.share() < 0.1) return { ...common, ...arrival(random, name, email) };
	const description = JSON.stringify({ email, status: 'Active' });
	return { ...common, action: random.pick(actions), description, object: name };
}

/** An invitation, or that somebody who was invited becomes an administrator: then they are who did it. */
function arrival(random: Random, name: string, email: string) {
	if (random.share() < 0.5) {
		// unconfirmed: the fields of this description
		const description = JSON.stringify({ email, role: 'Help Desk' });
		return { action: 'admin_activation_create', description, object: null };
	}
	const description = JSON.stringify({ name, email, role: 'Help Desk', status: 'Active' });
	return { action: 'admin_self_activate', description, object: name, username: name };
}
