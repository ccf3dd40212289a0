import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { simplifyField } from '../../../shared/parameters/simplify';
import { findPhone, phoneField } from '../../references/phone';

import { simplifyPhone } from './fields';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get phone',
	description: 'Get one phone with the users who have it',
	permissions: ['readResource'],
	concurrency: reads(),
	properties: [...phoneField(), simplifyField()],

	async run(call) {
		const phone = await findPhone(call);
		return call.params.flag('simplify') ? simplifyPhone(phone) : phone;
	},
};
