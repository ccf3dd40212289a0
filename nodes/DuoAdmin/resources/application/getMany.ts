import { withoutSecrets } from '../../../shared/duo/secrets';
import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { readLimit, limitFields } from '../../../shared/parameters/limit';
import { APPLICATIONS, type DuoApplication } from '../../references/application';

export const getMany: ItemOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many applications',
	description: 'Get a list of applications, without their secret keys',
	permissions: ['applications'],
	concurrency: reads(),
	properties: limitFields(),

	async run({ params, duo }) {
		return withoutSecrets(await duo.list<DuoApplication>(APPLICATIONS, { limit: readLimit(params) }));
	},
};
