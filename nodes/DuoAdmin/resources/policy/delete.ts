import { path } from '../../../shared/duo/path';
import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { InputError } from '../../../shared/errors/InputError';
import { policy } from '../../references/policy';

export const deletePolicy: ItemOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete policy',
	description: 'Delete a policy; where it applied, the next one in line applies, at last the global policy',
	permissions: ['readResource', 'writeResource'],
	concurrency: changes(policy),
	properties: [policy.field()],

	// Looked up first: Duo answers a delete with success even when no policy has that key.
	async run(call) {
		const { policy_key, policy_name, is_global_policy } = await policy.find(call);
		if (is_global_policy) {
			throw new InputError(
				`“${policy_name}” is the global policy, which cannot be deleted`,
				'Change its sections with the operation “Update”.',
			);
		}
		await call.duo.delete(path`/admin/v2/policies/${policy_key}`);
		return { deleted: true, policy_key, policy_name };
	},
};
