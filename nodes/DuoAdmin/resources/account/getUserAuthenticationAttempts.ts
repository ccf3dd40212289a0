import { report } from './report';

export const getUserAuthenticationAttempts = report('/admin/v1/info/user_authentication_attempts', {
	name: 'Get User Authentication Attempts',
	value: 'getUserAuthenticationAttempts',
	action: 'Get user authentication attempts',
	description: 'Count the users who logged in within a range of time by the results that they had',
});
