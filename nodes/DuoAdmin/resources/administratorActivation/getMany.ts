import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { readLimit, limitFields } from '../../../shared/parameters/limit';
import { ACTIVATIONS, withoutLink, type DuoActivation } from '../../references/administratorActivation';

export const getMany: ItemOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many administrator activations',
	description: 'Get a list of invitations that were not accepted yet, without their links',
	permissions: ['administrators'],
	concurrency: reads(),
	properties: limitFields(),

	async run({ params, duo }) {
		const activations = await duo.list<DuoActivation>(ACTIVATIONS, { limit: readLimit(params) });
		return activations.map(withoutLink);
	},
};
