import { InputError } from '../../../shared/errors/InputError';
import { requireChanges } from '../../../shared/fields';
import type { ItemOperation } from '../../../shared/operation';
import { path } from '../../../shared/path';
import {
	findToken,
	forgetTokens,
	tokenField,
	typeName,
	touchesToken,
	type HardwareToken,
} from '../../references/token';
import { totpStepField } from './fields';

export const update: ItemOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update token',
	description: 'Change how often the code of a time-based (TOTP) hardware token changes',
	permissions: ['readResource', 'writeResource'],
	touches: touchesToken,
	properties: [
		...tokenField(),
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
		const changes = { totp_step: call.params.collection('updateFields').number('totpStep', { min: 1 }) };
		requireChanges(changes);
		const token = await findToken(call);
		if (!token.type.startsWith('t')) {
			throw new InputError(
				`The token ${token.serial} is of the type ${typeName(token)}, which has no time step`,
				'Only the codes of TOTP tokens change with time.',
			);
		}
		const updated = await call.duo.post<HardwareToken>(path`/admin/v1/tokens/${token.token_id}`, changes);
		forgetTokens(call.duo);
		return updated;
	},
};
