import { simplifyField } from '../../../shared/fields';
import type { ItemOperation } from '../../../shared/engine/operation';
import { findUser, userField } from '../../references/user';
import { simplifyUser } from './fields';
import { readsUser } from '../../references/users';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get user',
	description: 'Get one user with their phones, groups and tokens',
	permissions: ['readResource'],
	...readsUser,
	properties: [...userField(), simplifyField()],

	async run(call) {
		const user = await findUser(call);
		return call.params.flag('simplify') ? simplifyUser(user) : user;
	},
};
