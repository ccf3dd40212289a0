import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { limitFields } from '../../../shared/parameters/limit';
import { listInScope, scopeFields } from '../../references/scope';
import type { HardwareToken } from '../../references/token';
import { users } from '../../references/users';

export const getMany: ItemOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many tokens',
	description: 'Get a list of hardware tokens: of the whole account, or of one user',
	permissions: ['readResource'],
	concurrency: reads(users),
	properties: [...scopeFields('Tokens'), ...limitFields()],

	async run(call) {
		return await listInScope<HardwareToken>(call, { all: '/admin/v1/tokens', user: 'tokens' });
	},
};
