import { childAccounts } from '../../../shared/accounts/childAccount';
import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { readLimit, limitFields } from '../../../shared/parameters/limit';

export const getMany: ItemOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many child accounts',
	description: 'Get the ID, the name and the API hostname of each child account',
	permissions: [],
	concurrency: reads(),
	properties: limitFields(),

	async run({ params, duo }) {
		return (await childAccounts(duo)).slice(0, readLimit(params));
	},
};
