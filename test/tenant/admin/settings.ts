/** Admin API: the settings of an account. */
import { invalid } from '../http/errors';
import type { Params } from '../http/params';
import { routes, type Call } from '../http/router';
import type { Settings } from '../model/settings';

const settings = routes('adminapi_settings', 'adminapi_settings');

export const settingRoutes = [
	settings.get('/admin/v1/settings', ({ account }) => account.settings),
	settings.post('/admin/v1/settings', update),
];

/** Duo's documentation of its client says that these are ignored. */
const ignored = [
	'push_enabled',
	'sms_enabled',
	'voice_enabled',
	'mobile_otp_enabled',
	'reactivation_url',
	'reactivation_integration_key',
];

/** The least and the most, where there are such limits; 0 stands for "off" in some. */
const limits: Record<string, { min: number; max: number; zero?: boolean }> = {
	lockout_threshold: { min: 1, max: 9999 },
	lockout_expire_duration: { min: 5, max: 30_000, zero: true },
	inactive_user_expiration: { min: 30, max: 365, zero: true },
	minimum_password_length: { min: 12, max: 100 },
	sms_batch: { min: 1, max: 10 },
};

function update({ account, params }: Call): Settings {
	const before = account.settings;
	const changes = Object.fromEntries(
		Object.keys(params.values)
			.filter((name) => name in before && !ignored.includes(name))
			.map((name) => [name, valueOf(params, name, before[name]!)]),
	);
	account.settings = { ...before, ...changes };
	if (account.settings.fraud_email_enabled === false) account.settings.fraud_email = '';
	return account.settings;
}

/** In the type that the setting has: some are ints 0 and 1, others booleans. */
function valueOf(params: Params, name: string, before: Settings[string]): Settings[string] {
	if (typeof before === 'boolean') return params.flag(name)!;
	if (typeof before === 'string') return params.text(name) ?? '';
	// unconfirmed: how Duo refuses 0 here, where empty means never, and that it shows “never” as 0
	if (name === 'sms_expiration' && params.text(name) === '0') throw invalid(name);
	const number = params.count(name) ?? 0;
	const { min, max, zero } = limits[name] ?? { min: 0, max: Infinity };
	if (!(number >= min && number <= max) && !(zero && number === 0)) throw invalid(name);
	return number;
}
