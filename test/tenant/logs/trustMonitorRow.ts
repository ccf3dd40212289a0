/** Makes up events of Duo’s Trust Monitor. */
import { authenticationRow } from './authenticationRow';
import type { Scene } from './cast';
import type { TrustMonitorRow } from './rowTypes';

const reasons = [
	{ label: 'UNREALISTIC_GEOVELOCITY', type: 'auth' },
	{ label: 'NEW_COUNTRY_CODE', type: 'auth' },
	{ label: 'NEW_DEVICE', type: 'auth' },
];

export function trustMonitorRow(scene: Scene): TrustMonitorRow {
	const { at, random } = scene;
	const common = {
		sekey: random.id('SE'),
		state: 'new',
		state_updated_timestamp: at,
		surfaced_timestamp: at,
		triaged_as_interesting: false,
		triage_event_uri: `https://admin.example.test/trust-monitor?sekey=${random.below(1_000_000)}`,
	};
	return random.share() < 0.2 ? { ...common, ...bypass(scene) } : { ...common, ...login(scene) };
}

function bypass({ at, random, cast }: Scene) {
	const { key, name } = cast.person(random);
	const admin = cast.admin(random);
	return {
		type: 'bypass_status',
		bypass_status_enabled: at - 3_600_000,
		enabled_by: { key: admin.key, name: admin.name },
		enabled_for: { key, name },
		priority_event: false,
		priority_reasons: [],
	};
}

function login(scene: Scene) {
	const { at, random } = scene;
	const reason = random.pick(reasons);
	return {
		type: 'auth',
		explanations: [{ summary: `${reason.label} in this login.`, type: reason.label }],
		from_common_netblock: false,
		from_new_user: random.share() < 0.1,
		low_risk_ip: false,
		priority_event: true,
		priority_reasons: [reason],
		// the login came a while before anybody thought it odd
		surfaced_auth: authenticationRow({ ...scene, at: at - 300_000 }),
	};
}
