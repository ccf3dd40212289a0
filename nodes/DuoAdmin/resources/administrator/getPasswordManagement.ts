import type { IDataObject } from 'n8n-workflow';

import { path } from '../../../shared/duo/path';
import { withoutSecrets } from '../../../shared/duo/secrets';
import { reads } from '../../../shared/engine/concurrency';
import type { ItemCall } from '../../../shared/engine/ItemCall';
import type { ItemOperation } from '../../../shared/engine/operation';
import { readLimit, limitFields } from '../../../shared/parameters/limit';
import { administrator } from '../../references/administrator';

type Scope = 'all' | 'administrator';

export const getPasswordManagement: ItemOperation = {
	name: 'Get Password Management',
	value: 'getPasswordManagement',
	action: 'Get password management of administrators',
	description: 'Get whether passwords are managed outside Duo: for all administrators, or for one',
	permissions: ['administrators'],
	concurrency: reads(),
	properties: [
		{
			displayName: 'Get For',
			name: 'scope',
			type: 'options',
			options: [
				{ name: 'All Administrators', value: 'all' },
				{ name: 'One Administrator', value: 'administrator' },
			],
			default: 'all',
		},
		{ ...administrator.field(), displayOptions: { show: { scope: ['administrator'] } } },
		...limitFields().map((field) => ({
			...field,
			displayOptions: { show: { ...field.displayOptions?.show, scope: ['all'] } },
		})),
	],

	async run(call) {
		return withoutSecrets(await read[call.params.choice<Scope>('scope')](call));
	},
};

const read: Record<Scope, (call: ItemCall) => Promise<IDataObject | IDataObject[]>> = {
	all: async ({ params, duo }) =>
		await duo.list<IDataObject>('/admin/v1/admins/password_mgmt', { limit: readLimit(params) }),
	administrator: async (call) => {
		const { admin_id } = await administrator.find(call);
		return await call.duo.get<IDataObject>(path`/admin/v1/admins/${admin_id}/password_mgmt`);
	},
};
