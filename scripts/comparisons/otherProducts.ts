/** What products of others do with Duo. */
import type { Comparison } from './Comparison';

export const rewst: Comparison = {
	title: 'Rewst',
	source:
		'The 36 actions in Rewst’s [documentation of its Duo integration](https://docs.rewst.help/documentation/integrations/integration-guides/duo-integration-setup)',
	rows: [
		['List Accounts', 'duoAccounts/account/getMany'],
		['Create Account', 'duoAccounts/account/create'],
		['Delete Account', 'duoAccounts/account/delete'],
		['Accounts API Action', { http: 'Any call, with the Duo Accounts API credential' }],
		['List Bypass Codes', 'duoAdmin/bypassCode/getMany'],
		['Get Bypass Code', 'duoAdmin/bypassCode/get'],
		['Delete Bypass Code', 'duoAdmin/bypassCode/delete'],
		['List Bypass Code(s) By User', 'duoAdmin/bypassCode/getMany'],
		['Create Bypass Code for User', 'duoAdmin/bypassCode/create'],
		['Retrieve Bypass Codes for User', 'duoAdmin/bypassCode/getMany'],
		['Auth API Action', { http: 'Any call, with the Duo Auth API credential' }],
		['Admin API Action', { http: 'Any call, with the Duo Admin API credential' }],
		['List Phones', 'duoAdmin/phone/getMany'],
		['Get Phone', 'duoAdmin/phone/get'],
		['Delete Phone by ID', 'duoAdmin/phone/delete'],
		['Send Activation URL', 'duoAdmin/phone/createActivationLink'],
		['Send Activation By SMS', 'duoAdmin/phone/sendSmsActivation'],
		['Send Installation By SMS', 'duoAdmin/phone/sendSmsInstallation'],
		['Send Passcode By SMS', 'duoAdmin/phone/sendSmsPasscodes'],
		['Get User’s Phones', 'duoAdmin/phone/getMany'],
		['Assign Phone to User', 'duoAdmin/phone/associate'],
		['Un-assign Phone from User', 'duoAdmin/phone/remove'],
		['Create Phone', 'duoAdmin/phone/create'],
		['Retrieve Settings', 'duoAdmin/account/getSettings'],
		['Update Settings', 'duoAdmin/account/updateSettings'],
		['List Users', 'duoAdmin/user/getMany'],
		['Get User by Username', 'duoAdmin/user/get'],
		['Create User', 'duoAdmin/user/create'],
		['Get User', 'duoAdmin/user/get'],
		['Update User', 'duoAdmin/user/update'],
		['Delete User', 'duoAdmin/user/delete'],
		['Enroll User', 'duoAdmin/user/enroll'],
		['Synchronize Users', 'duoAdmin/user/syncFromDirectory'],
		['Check Auth API Credentials', 'duoAuth/application/check'],
		['Ping Auth API', 'duoAuth/application/ping'],
		['Send Duo Authentication', ['duoAuth/authentication/authenticate', 'duoAuth/authentication/sendPush']],
	],
};

const GRAPH = 'duoAdmin/account/exportGraph';

export const jupiterOne: Comparison = {
	title: 'JupiterOne',
	source:
		'The entities and relationships that JupiterOne’s [integration of Duo](https://github.com/JupiterOne/graph-duo) makes',
	rows: [
		['duo_account, duo_admin, duo_group, duo_integration, duo_phone, duo_user, mfa_device', GRAPH],
		['duo_account HAS duo_admin / duo_group / duo_integration / duo_user', GRAPH],
		['duo_group HAS duo_user', GRAPH],
		['duo_user ASSIGNED mfa_device', GRAPH],
		['duo_user USES duo_phone', GRAPH],
	],
};
