/** Duo’s Python client for the Accounts API and the Auth API. */
import type { Comparison } from './Comparison';

export const pythonAccounts: Comparison = {
	title: 'Duo’s Python client: Accounts API',
	source: '`duo_client/accounts.py`, and the class for child accounts in `duo_client/admin.py`',
	rows: [
		['get_child_accounts', 'duoAccounts/account/getMany'],
		['get_child_api_host', 'duoAccounts/account/getMany'],
		['create_account', 'duoAccounts/account/create'],
		['delete_account', 'duoAccounts/account/delete'],
		['get_edition', 'duoAccounts/edition/get'],
		['set_edition', 'duoAccounts/edition/set'],
		['get_telephony_credits', 'duoAccounts/telephonyCredits/get'],
		['set_telephony_credits', 'duoAccounts/telephonyCredits/set'],
	],
};

export const pythonAuth: Comparison = {
	title: 'Duo’s Python client: Auth API',
	source: '`duo_client/auth.py`',
	rows: [
		['ping', 'duoAuth/application/ping'],
		['check', 'duoAuth/application/check'],
		['logo', 'duoAuth/application/getLogo'],
		['enroll', 'duoAuth/enrollment/enroll'],
		['enroll_status', 'duoAuth/enrollment/getEnrollStatus'],
		['preauth', 'duoAuth/authentication/preauth'],
		[
			'auth',
			[
				'duoAuth/authentication/authenticate',
				'duoAuth/authentication/sendPush',
				'duoAuth/authentication/verify',
			],
		],
		['auth_status', 'duoAuth/authentication/getAuthStatus'],
	],
};
