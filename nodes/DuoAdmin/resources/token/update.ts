import { path } from '../../../shared/duo/path';
import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { InputError } from '../../../shared/errors/InputError';
import { requireChanges } from '../../../shared/parameters/toDuo';
import { token, typeName, type HardwareToken } from '../../references/token';

import { totpStepField } from './fields';

export const update: ItemOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update token',
	description: 'Change how often the code of a time-based (TOTP) hardware token changes',
	permissions: ['readResource', 'writeResource'],
	concurrency: changes(token),
	properties: [
		token.field(),
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [totpStepField()],
		},
	],

	async run(call) {
		const changes = { totp_step: call.params.collection('updateFields').number('totpStep') };
		requireChanges(changes);
		const found = await token.find(call);
		if (!found.type.startsWith('t')) {
			throw new InputError(
				`The token ${found.serial} is of the type ${typeName(found)}, which has no time step`,
				'Only the codes of TOTP tokens change with time.',
			);
		}
		const updated = await call.duo.post<HardwareToken>(path`/admin/v1/tokens/${found.token_id}`, changes);
		return updated;
	},
};
