import type { INodeProperties } from 'n8n-workflow';

import { limitFields, readLimit } from '../../../shared/fields';
import { touchesNothing, type ItemCall, type ItemOperation } from '../../../shared/operation';
import type { DuoParameters } from '../../../shared/transport/Duo';
import { UNITS, type DuoAdministrativeUnit } from '../../references/administrativeUnit';
import { administratorField, findAdministrator } from '../../references/administrator';
import { applicationField, expectIntegrationKey } from '../../references/application';
import { groupField } from '../../references/group';
import { expectId } from '../../references/id';

type Scope = 'all' | 'administrator' | 'application' | 'group';

export const getMany: ItemOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many administrative units',
	description:
		'Get a list of administrative units: all, or those with an administrator, an application or a group',
	permissions: ['administrators'],
	touches: touchesNothing,
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
		shownFor('administrator', administratorField()),
		// Named by ID, not by name: looking them up would need further permissions.
		shownFor('application', withoutName(applicationField())),
		...groupField().map((field) => shownFor('group', withoutName(field))),
		...limitFields(),
	],

	async run(call) {
		const query = await filters[call.params.choice<Scope>('scope')](call);
		return await call.duo.list<DuoAdministrativeUnit>(UNITS, { query, limit: readLimit(call.params) });
	},
};

const filters: Record<Scope, (call: ItemCall) => Promise<DuoParameters>> = {
	all: async () => ({}),
	administrator: async (call) => ({ admin_id: (await findAdministrator(call)).admin_id }),
	application: async ({ params }) => ({
		integration_key: expectIntegrationKey(params.locator('application').value),
	}),
	group: async ({ params }) => ({ group_id: expectId(params.locator('group').value, 'DG', 'group') }),
};

function shownFor(scope: Scope, field: INodeProperties): INodeProperties {
	return { ...field, displayOptions: { show: { scope: [scope] } } };
}

function withoutName({ modes = [], ...field }: INodeProperties): INodeProperties {
	return { ...field, modes: modes.filter(({ name }) => name !== 'name') };
}
