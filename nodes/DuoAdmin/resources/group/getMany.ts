import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { limitFields } from '../../../shared/parameters/limit';
import type { DuoGroup } from '../../duoObjects';
import { listInScope, scopeFields } from '../../references/scope';
import { users } from '../../references/users';

export const getMany: ItemOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many groups',
	description: 'Get a list of groups: of the whole account, or those that one user is in',
	permissions: ['readResource'],
	concurrency: reads(users),
	properties: [...scopeFields('Groups'), ...limitFields()],

	async run(call) {
		return await listInScope<DuoGroup>(call, { all: '/admin/v1/groups', user: 'groups' });
	},
};
