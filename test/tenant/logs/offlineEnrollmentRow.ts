/** Makes up rows of the offline enrollment log. */
import type { Scene } from './cast';
import type { OfflineEnrollmentRow } from './rowTypes';
import { isoSeconds, seconds } from './times';

const actions = ['o2fa_user_provisioned', 'o2fa_user_deprovisioned', 'o2fa_user_reenrolled'];

export function offlineEnrollmentRow({ at, random, cast }: Scene): OfflineEnrollmentRow {
	const user_agent = 'DuoCredProv/4.3.1 (Windows NT 10.0; x64)';
	const hostname = `WORKSTATION-${random.below(90) + 10}`;
	return {
		timestamp: seconds(at),
		isotimestamp: isoSeconds(at),
		action: random.pick(actions),
		description: JSON.stringify({ user_agent, hostname, factor: random.pick(['duo_otp', 'security_key']) }),
		object: random.pick(cast.applications).name ?? '',
		username: cast.person(random).name,
	};
}
