import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { limitFields } from '../../../shared/parameters/limit';
import { simplifyField } from '../../../shared/parameters/simplify';
import type { DuoPhone } from '../../duoObjects';
import { listInScope, scopeFields } from '../../references/scope';
import { users } from '../../references/users';

import { simplifyPhone } from './fields';

export const getMany: ItemOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many phones',
	description: 'Get a list of phones: of the whole account, or of one user',
	permissions: ['readResource'],
	concurrency: reads(users),
	properties: [...scopeFields('Phones'), ...limitFields(), simplifyField()],

	async run(call) {
		const phones = await listInScope<DuoPhone>(call, { all: '/admin/v1/phones', user: 'phones' });
		return call.params.flag('simplify') ? phones.map(simplifyPhone) : phones;
	},
};
