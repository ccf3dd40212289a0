import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { limitFields } from '../../../shared/parameters/limit';
import type { DuoBypassCode } from '../../duoObjects';
import { listInScope, scopeFields } from '../../references/scope';
import { users } from '../../references/users';

export const getMany: ItemOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many bypass codes',
	description: 'Get a list of bypass codes, of the whole account or of one user; never the codes themselves',
	permissions: ['readResource'],
	concurrency: reads(users),
	properties: [...scopeFields('Bypass Codes'), ...limitFields()],

	async run(call) {
		return await listInScope<DuoBypassCode>(call, {
			all: '/admin/v1/bypass_codes',
			user: 'bypass_codes',
		});
	},
};
