import type { INodeProperties } from 'n8n-workflow';

/**
 * The three values that Duo shows on an application's page. A fresh array for every credential: n8n adds
 * fields of its own to it.
 */
export function keyFields(applicationType: string): INodeProperties[] {
	return [
		{
			displayName: 'API Hostname',
			name: 'host',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. api-0a1b2c3d.duosecurity.com',
			description: `As shown on the page of your ${applicationType} application in the Duo Admin Panel`,
		},
		{
			displayName: 'Integration Key',
			name: 'integrationKey',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. DIXXXXXXXXXXXXXXXXXX',
			description: 'Also called Client ID: 20 characters that begin with DI',
		},
		{
			displayName: 'Secret Key',
			name: 'secretKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Also called Client secret: 40 characters. Keep it like a password.',
		},
	];
}
