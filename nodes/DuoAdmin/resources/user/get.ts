import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { simplifyField } from '../../../shared/parameters/simplify';
import { findUser, userField } from '../../references/user';
import { users } from '../../references/users';

import { simplifyUser } from './fields';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get user',
	description: 'Get one user with their phones, groups and tokens',
	permissions: ['readResource'],
	concurrency: reads(users),
	properties: [...userField(), simplifyField()],

	async run(call) {
		const user = await findUser(call);
		return call.params.flag('simplify') ? simplifyUser(user) : user;
	},
};
