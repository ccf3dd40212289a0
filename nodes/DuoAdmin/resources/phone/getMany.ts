import { limitFields, simplifyField } from '../../../shared/fields';
import type { ItemOperation } from '../../../shared/engine/operation';
import type { DuoPhone } from '../../duoObjects';
import { listInScope, scopeFields } from '../../references/scope';
import { simplifyPhone } from './fields';
import { readsUser } from '../../references/users';

export const getMany: ItemOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many phones',
	description: 'Get a list of phones: of the whole account, or of one user',
	permissions: ['readResource'],
	...readsUser,
	properties: [...scopeFields('Phones'), ...limitFields(), simplifyField()],

	async run(call) {
		const phones = await listInScope<DuoPhone>(call, { all: '/admin/v1/phones', user: 'phones' });
		return call.params.flag('simplify') ? phones.map(simplifyPhone) : phones;
	},
};
