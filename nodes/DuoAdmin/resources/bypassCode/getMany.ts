import { limitFields, readLimit } from '../../../shared/fields';
import type { ItemCall, ItemOperation } from '../../../shared/operation';
import { path } from '../../../shared/path';
import type { DuoBypassCode } from '../../duoObjects';
import { findUser, userField } from '../../references/user';

type Scope = 'all' | 'user';

export const getMany: ItemOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many bypass codes',
	description: 'Get a list of bypass codes, of the whole account or of one user; never the codes themselves',
	permissions: ['readResource'],
	properties: [
		{
			displayName: 'Bypass Codes Of',
			name: 'scope',
			type: 'options',
			options: [
				{ name: 'All Users', value: 'all' },
				{ name: 'One User', value: 'user' },
			],
			default: 'all',
		},
		...userField().map((field) => ({ ...field, displayOptions: { show: { scope: ['user'] } } })),
		...limitFields(),
	],

	async run(call) {
		const limit = readLimit(call.params);
		const listPath = await listPaths[call.params.choice<Scope>('scope')](call);
		return await call.duo.list<DuoBypassCode>(listPath, { limit });
	},
};

const listPaths: Record<Scope, (call: ItemCall) => Promise<string>> = {
	all: async () => '/admin/v1/bypass_codes',
	user: async (call) => path`/admin/v1/users/${(await findUser(call)).user_id}/bypass_codes`,
};
