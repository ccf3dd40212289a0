/**
 * Right values that nobody can derive from a description: by the name of a parameter or of a field, or, where
 * that says too little, by `resource.operation.name`, which goes first. `undefined` leaves a field out, where
 * it does not go with another.
 */
import type { INodeParameters, NodeParameterValueType } from 'n8n-workflow';

import { locator } from '../../support/locator';

import { newWorld } from './world';

const world = newWorld();

/** As much of a PNG as tells its size in pixels. */
const png = Buffer.from('89504e470d0a1a0a0000000d494844520000004000000040', 'hex').toString('base64');

/** What an input item carries, where an operation asks for a file. */
export const files = { data: { data: png, mimeType: 'image/png', fileName: 'logo.png' } };

/** What a resource locator names. */
export const things: Record<string, string> = {
	activation: world.adminActivation.admin_activation_id,
	administrativeUnit: world.unit.admin_unit_id,
	administrator: world.admin.admin_id,
	'administrativeUnit.addAdministrator.administrator': world.spareAdmin.admin_id,
	'administrator.createActivationLink.administrator': world.pending.admin_id,
	'administrator.deleteActivationLink.administrator': world.invited.admin_id,
	'administrator.emailActivationLink.administrator': world.invited.admin_id,
	application: world.application,
	'administrativeUnit.addApplication.application': world.spareApplication,
	blockedDevice: world.blockedDevice.compkey,
	bypassCode: world.bypassCode.bypass_code_id,
	childAccount: world.child.accountId,
	desktopAuthenticator: world.desktopAuthenticator.dakey,
	endpoint: world.endpoint.epkey,
	group: world.staff.group_id,
	'administrativeUnit.addGroup.group': world.guests.group_id,
	'group.addMember.group': world.guests.group_id,
	phone: world.phone.phone_id,
	'phone.associate.phone': world.sparePhone.phone_id,
	policy: world.policy.policy_key,
	registeredDevice: world.registeredDevice.compkey,
	sharedDeviceAuth: world.sharedDeviceAuth.shared_device_key,
	token: world.token.token_id,
	'token.assign.token': world.spareToken.token_id,
	'token.resync.token': world.spareToken.token_id,
	u2fToken: world.u2f.registration_id,
	user: world.anna.user_id,
	'user.restore.user': world.trashed.user_id,
	webAuthnCredential: world.webAuthn.webauthnkey,
};

export const values: Record<string, NodeParameterValueType | undefined> = {
	// Everywhere.
	binaryProperty: 'data',
	defaultCountry: 'US',
	directoryKey: world.directoryKey,
	email: 'dora@example.com',
	from: '2026-11-20T00:00:00.000Z',
	number: '+15555550103',
	phone: '+15555550104',
	to: '2026-11-25T11:30:00.000Z',
	timeout: 1,
	// Of two outputs only the first is looked at.
	separateOutputs: false,
	tokenId: world.spareToken.token_id,
	username: 'dora',

	// Lists of IDs and the like.
	admins: [world.spareAdmin.admin_id],
	applyToApps: [world.application],
	enabledGroups: [world.staff.group_id],
	disabledGroups: [world.guests.group_id],
	groupIds: [world.staff.group_id],
	groupsAllowed: [world.staff.group_id],
	integrationKey: world.application,
	integrations: [world.application],
	ipWhitelist: ['203.0.113.7'],
	networksForApiAccess: ['203.0.113.0/24'],
	newPolicyNames: ['Strict too'],
	policyKey: world.policy.policy_key,
	policyKeys: [world.policy.policy_key],
	sectionsToDelete: ['new_user'],
	trustedEndpointIntegrationIds: ['DIAAAAAAAAAAAAAAAAAA'],
	'administrativeUnit.create.groups': [world.staff.group_id],

	// JSON.
	customSupportedBrowsers: JSON.stringify({ macos: [{ team_id: 'ABCDE12345' }] }),
	furtherParameters: JSON.stringify({ sample_parameter: 'yes' }),
	sections: JSON.stringify({ screen_lock: { require_screen_lock: false } }),
	sso: JSON.stringify({ saml: { entity_id: 'https://sample.example.com' } }),
	'branding.update.updateFields': JSON.stringify({ page_background_color: '#ffffff' }),
	'branding.updateCustomMessaging.updateFields': JSON.stringify({ help_text: 'Call 123' }),
	'branding.updateDraft.updateFields': JSON.stringify({ page_background_color: '#000000' }),

	// Account.
	callerId: '+15555550100',
	fraudEmail: 'security@example.com',
	inactiveUserExpiration: 90,
	keypressConfirm: '1',
	keypressFraud: '2',
	language: 'EN',
	lockoutExpireDuration: 30,
	smsExpiration: '60',
	timezone: 'Europe/Oslo',
	// Else there is no length of its codes.
	verifiedPushEnabled: true,

	// Applications: an Admin API application has no single sign-on, so that field has a variant of its own.
	'application.create.type': 'adminapi',
	'application.create.sso': undefined,
	'application.update.sso': undefined,
	ipWhitelistEnrollPolicy: 'allow',
	adminApiPermissions: ['adminapi_info', 'adminapi_read_log'],

	// Logs.
	applications: world.application,
	eventTypes: 'authentication',
	factors: 'duo_push',
	groups: world.staff.group_id,
	reasons: 'user_approved',
	results: ['fraud', 'success'],
	users: world.anna.user_id,

	// Logging in.
	activationCode: world.enrollmentCode,
	device: world.phone.phone_id,
	hostname: 'intranet.example.com',
	ipaddr: '203.0.113.7',
	passcode: '123456',
	txid: world.txid,
	userId: world.enrolling.user_id,

	// Phones and tokens.
	activation: 'sms',
	activationMessage: 'Open <acturl>',
	aesKey: '0123456789abcdef0123456789abcdef',
	code1: '123456',
	code2: '234567',
	code3: '345678',
	codes: '123456789, 234567891',
	extension: '42',
	installationMessage: 'Open <insturl>',
	newNumber: '+15555550105',
	privateId: '0123456789ab',
	secret: '0123456789abcdef0123456789abcdef01234567',
	serial: '100300',

	// Users.
	aliases: ['dd', 'dsmith'],
	inquiryId: 'inq_sample',
	matchBy: 'username',
	reference: 'anna',
	'user.getMany.email': world.anna.email,
	'user.getMany.status': world.anna.status,
	'user.getMany.username': world.anna.username,

	// Child accounts.
	confirmName: world.child.name,
	credits: 40,
};

/** Further samples, beside those that the display conditions ask for, and what is different in them. */
export const variants: Record<string, Record<string, INodeParameters>> = {
	'application.create': {
		'with single sign-on': { type: 'sso-generic', additionalFields: { sso: values.sso! } },
	},
	'application.update': { 'with single sign-on': { updateFields: { sso: values.sso! } } },
	'phone.associate': {
		// Only then the fields of a new phone are read.
		'new phone': { phone: locator('number', '+15555550106') },
	},
};
