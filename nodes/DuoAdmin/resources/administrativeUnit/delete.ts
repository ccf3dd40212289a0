import { path } from '../../../shared/duo/path';
import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { administrativeUnit } from '../../references/administrativeUnit';

export const deleteUnit: ItemOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete administrative unit',
	description: 'Delete an administrative unit; what it holds stays in Duo',
	permissions: ['administrators'],
	concurrency: changes(administrativeUnit),
	properties: [administrativeUnit.field()],

	async run(call) {
		const { admin_unit_id, name } = await administrativeUnit.find(call);
		await call.duo.delete(path`/admin/v1/administrative_units/${admin_unit_id}`);
		return { deleted: true, admin_unit_id, name };
	},
};
