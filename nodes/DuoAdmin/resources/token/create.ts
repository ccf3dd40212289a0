import { changes, named } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { token, tokenTypes, type HardwareToken, type TokenType } from '../../references/token';

import { readSeed, seedFields } from './fields';

export const create: ItemOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create token',
	description: 'Import a hardware token that no user has yet; Assign to User gives it to somebody',
	permissions: ['writeResource'],
	concurrency: changes(named('serial', token)),
	properties: [
		{
			displayName: 'Type',
			name: 'type',
			type: 'options',
			options: Object.entries(tokenTypes).map(([value, name]) => ({ name, value })),
			default: 'h6',
		},
		{
			displayName: 'Serial Number',
			name: 'serial',
			type: 'string',
			required: true,
			placeholder: 'e.g. 100200300',
			default: '',
		},
		...seedFields(),
	],

	async run({ params, duo }) {
		const type = params.choice<TokenType>('type');
		const created = await duo.post<HardwareToken>('/admin/v1/tokens', {
			type,
			serial: params.text('serial'),
			...readSeed(type, params),
		});
		return created;
	},
};
