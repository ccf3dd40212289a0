import type { INodeProperties } from 'n8n-workflow';

import type { DuoParameters } from '../../../shared/duo/Duo';
import { reads } from '../../../shared/engine/concurrency';
import type { ItemCall } from '../../../shared/engine/ItemCall';
import type { ItemOperation } from '../../../shared/engine/operation';
import { readLimit, limitFields } from '../../../shared/parameters/limit';
import { UNITS, type DuoAdministrativeUnit } from '../../references/administrativeUnit';
import { administrator } from '../../references/administrator';
import { application } from '../../references/application';
import { group } from '../../references/group';

type Scope = 'all' | 'administrator' | 'application' | 'group';

export const getMany: ItemOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many administrative units',
	description:
		'Get a list of administrative units: all, or those with an administrator, an application or a group',
	permissions: ['administrators'],
	concurrency: reads(),
	properties: [
		{
			displayName: 'Units With',
			name: 'scope',
			type: 'options',
			options: [
				{ name: 'Anything', value: 'all' },
				{ name: 'One Administrator', value: 'administrator' },
				{ name: 'One Application', value: 'application' },
				{ name: 'One Group', value: 'group' },
			],
			default: 'all',
		},
		shownFor('administrator', administrator.field()),
		shownFor('application', application.field()),
		shownFor('group', group.field()),
		...limitFields(),
	],

	async run(call) {
		const query = await filters[call.params.choice<Scope>('scope')](call);
		return await call.duo.list<DuoAdministrativeUnit>(UNITS, { query, limit: readLimit(call.params) });
	},
};

const filters: Record<Scope, (call: ItemCall) => Promise<DuoParameters>> = {
	all: () => Promise.resolve({}),
	administrator: async (call) => ({ admin_id: await administrator.idIn(call) }),
	application: async (call) => ({ integration_key: await application.idIn(call) }),
	group: async (call) => ({ group_id: await group.idIn(call) }),
};

function shownFor(scope: Scope, field: INodeProperties): INodeProperties {
	return { ...field, displayOptions: { show: { scope: [scope] } } };
}
