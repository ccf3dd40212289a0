import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Collection } from '../../../shared/parameters/Collection';

export const METHODS_PATH = '/admin/v1/admins/allowed_auth_methods';

/** Names of our fields with what people and Duo call each method. */
const METHODS = [
	{ field: 'mobileOtpEnabled', label: 'Duo Mobile Passcode', parameter: 'mobile_otp_enabled' },
	{ field: 'pushEnabled', label: 'Duo Push', parameter: 'push_enabled' },
	{ field: 'hardwareTokenEnabled', label: 'Hardware Token', parameter: 'hardware_token_enabled' },
	{ field: 'voiceEnabled', label: 'Phone Call', parameter: 'voice_enabled' },
	{ field: 'smsEnabled', label: 'SMS Passcode', parameter: 'sms_enabled' },
	{ field: 'verifiedPushEnabled', label: 'Verified Duo Push', parameter: 'verified_push_enabled' },
	{ field: 'webauthnEnabled', label: 'WebAuthn', parameter: 'webauthn_enabled' },
	{ field: 'yubikeyEnabled', label: 'YubiKey', parameter: 'yubikey_enabled' },
] as const;

/**
 * A switch for each method, and the length of the code of Verified Duo Push. Read with {@link readMethods}.
 */
export function methodFields(): INodeProperties[] {
	const switches = METHODS.map(
		({ field, label }): INodeProperties => ({
			displayName: label,
			name: field,
			type: 'boolean',
			default: true,
			description: `Whether administrators may use ${label}`,
		}),
	);
	return [
		...switches,
		{
			displayName: 'Verified Push Length',
			name: 'verifiedPushLength',
			type: 'number',
			typeOptions: { minValue: 3, maxValue: 6 },
			default: 3,
			description: 'How many digits of Verified Duo Push are typed',
		},
	];
}

/** The added fields as Duo's parameters. */
export function readMethods(fields: Collection): IDataObject {
	const chosen = METHODS.filter(({ field }) => fields.has(field)).map(
		({ field, parameter }): [string, boolean | undefined] => [parameter, fields.flag(field)],
	);
	const length = fields.number('verifiedPushLength');
	return { ...Object.fromEntries(chosen), ...(length !== undefined && { verified_push_length: length }) };
}
