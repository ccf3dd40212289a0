import { report } from './report';

export const getAuthenticationAttempts = report('/admin/v1/info/authentication_attempts', {
	name: 'Get Authentication Attempts',
	value: 'getAuthenticationAttempts',
	action: 'Get authentication attempts',
	description: 'Count the log-ins in a range of time by their result',
});
