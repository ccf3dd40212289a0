import type { INodeProperties } from 'n8n-workflow';

import { sorted } from '../../../shared/parameters/sorted';

import { count, countOrNever, flag, text } from './settingFields';

/**
 * The settings of an account by Duo's names, without those that Duo ignores: `push_enabled`, `sms_enabled`,
 * `voice_enabled` and `mobile_otp_enabled`, because policies decide, and `reactivation_url` and
 * `reactivation_integration_key`. Source: Duo's Admin API documentation and its Python client.
 */
export function settingFields(): INodeProperties[] {
	return sorted([...access(), ...administration(), ...messages(), ...telephony()]);
}

/** Lock-out, expiry and enrollment of users. */
function access(): INodeProperties[] {
	return [
		count('lockoutThreshold', 'Lockout Threshold', 'Failed log-ins in a row until a user is locked out', {
			min: 1,
			max: 9999,
			usual: 10,
		}),
		count(
			'lockoutExpireDuration',
			'Lockout Expire Duration',
			'Minutes until a locked-out user may try again, from 5 to 30000. With 0 an administrator must unlock the user.',
			{ max: 30_000 },
		),
		count(
			'unenrolledUserLockoutThreshold',
			'Unenrolled User Lockout Threshold',
			'Days until a user who has not enrolled is locked out; 0 is never',
		),
		count(
			'inactiveUserExpiration',
			'Inactive User Expiration',
			'Days without a log-in until a user is deleted, from 30 to 365; 0 is never',
			{ max: 365 },
		),
		count(
			'pendingDeletionDays',
			'Pending Deletion Days',
			'Days that a deleted user stays in the trash, where it can be restored',
			{ usual: 7 },
		),
		flag(
			'enrollmentUniversalPromptEnabled',
			'Enrollment Universal Prompt Enabled',
			'enrollment by e-mail uses the Universal Prompt',
		),
		text('enrollmentModule', 'Enrollment Module', 'Which enrollment users see, as Get Settings gives it'),
		flag('instantRestoreEnabled', 'Instant Restore Enabled', 'users may restore Duo Mobile on a new phone'),
		flag(
			'globalSspPolicyEnforced',
			'Global SSP Policy Enforced',
			'the self-service portal follows the global policy instead of the policy of the application',
		),
		flag(
			'reqFipsPasscodesAndroid',
			'Require FIPS Passcodes on Android',
			'passcodes of Duo Mobile on Android must conform to FIPS',
		),
		text('duoMobileOtpType', 'Duo Mobile OTP Type', 'The kind of passcodes that Duo Mobile makes'),
	];
}

/** What administrators may and must do. */
function administration(): INodeProperties[] {
	return [
		text('name', 'Name', 'The name of the account, which users see in prompts'),
		text('timezone', 'Timezone', 'For times in the Duo Admin Panel, e.g. Europe/Oslo'),
		text('language', 'Language', 'The language of prompts, e.g. EN'),
		count('logRetentionDays', 'Log Retention Days', 'Days that logs are kept; 0 is without limit'),
		count(
			'inactiveAdminExpiration',
			'Inactive Admin Expiration',
			'Days without a log-in until an administrator expires; 0 is never',
		),
		count('minimumPasswordLength', 'Minimum Password Length', 'For new passwords of administrators', {
			min: 12,
			max: 100,
		}),
		...['Upper Alpha', 'Lower Alpha', 'Numeric', 'Special'].map((kind) =>
			flag(
				`passwordRequires${kind.replace(' ', '')}`,
				`Password Requires ${kind}`,
				`new passwords of administrators need a character of the kind “${kind.toLowerCase()}”`,
			),
		),
		{
			displayName: 'Helpdesk Bypass',
			name: 'helpdeskBypass',
			type: 'options',
			options: [
				{ name: 'Allow', value: 'allow' },
				{ name: 'Deny', value: 'deny' },
				{ name: 'Limit', value: 'limit', description: 'Only codes that expire' },
			],
			default: 'limit',
			description: 'Whether administrators with the role Help Desk may make bypass codes',
		},
		count(
			'helpdeskBypassExpiration',
			'Helpdesk Bypass Expiration',
			'Minutes until a bypass code of the help desk expires, with the limit on',
		),
		text(
			'helpdeskMessage',
			'Helpdesk Message',
			'What users read who need help. Custom messaging has superseded it: see the operation Update Custom Messaging of Branding.',
		),
		flag(
			'helpdeskCanSendEnrollEmail',
			'Helpdesk Can Send Enroll Email',
			'administrators with the role Help Desk may send enrollment e-mails',
		),
		flag(
			'userManagersCanPutUsersInBypass',
			'User Managers Can Put Users in Bypass',
			'administrators with the role User Manager may set users to bypass',
		),
		flag('securityCheckupEnabled', 'Security Checkup Enabled', 'Duo Mobile checks the security of phones'),
		flag('mobileAnalyticsDisabled', 'Mobile Analytics Disabled', 'Duo Mobile reports no usage data'),
	];
}

/** Who is told what. */
function messages(): INodeProperties[] {
	return [
		text(
			'fraudEmail',
			'Fraud Email',
			'Who is told of fraud reports and lock-outs; all administrators when empty',
		),
		flag(
			'fraudEmailEnabled',
			'Fraud Email Enabled',
			'e-mails about fraud reports and lock-outs are sent. Switching it off clears “Fraud Email”.',
		),
		flag(
			'emailActivityNotificationEnabled',
			'Email Activity Notification Enabled',
			'users are told by e-mail when their devices change',
		),
		flag(
			'pushActivityNotificationEnabled',
			'Push Activity Notification Enabled',
			'users are told in Duo Mobile when their devices change',
		),
	];
}

/** Calls, text messages and their cost. */
function telephony(): INodeProperties[] {
	return [
		text('callerId', 'Caller ID', 'The number from which calls seem to come'),
		text(
			'keypressConfirm',
			'Keypress Confirm',
			'The key that approves a call; empty together with Keypress Fraud',
		),
		text(
			'keypressFraud',
			'Keypress Fraud',
			'The key that reports fraud; empty together with Keypress Confirm',
		),
		count('smsBatch', 'SMS Batch', 'Passcodes in one text message', { min: 1, max: 10 }),
		countOrNever(
			'smsExpiration',
			'SMS Expiration',
			'Minutes until passcodes in text messages expire; empty is never',
		),
		text('smsMessage', 'SMS Message', 'What stands before the passcodes in a text message'),
		flag('smsRefresh', 'SMS Refresh', 'new passcodes are sent when the last one is used'),
		count(
			'telephonyWarningMin',
			'Telephony Warning Minimum',
			'Administrators are warned when fewer telephony credits are left; 0 is never',
		),
		count(
			'userTelephonyCostMax',
			'User Telephony Cost Maximum',
			'Telephony credits that one log-in of a user may cost at most',
			{ usual: 20 },
		),
	];
}
