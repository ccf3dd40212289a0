import { childAccountField, childAccountNamed } from '../../../shared/accounts/childAccount';
import { inInputOrder, anyOf } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { InputError } from '../../../shared/errors/InputError';
import { plain } from '../../../shared/parameters/characters';
import { childAccount } from '../../childAccount';

export const deleteAccount: ItemOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete child account',
	description:
		'Delete a child account for good, with all its users and settings. Nobody in it can log in with Duo any more.',
	permissions: [],
	concurrency: inInputOrder('So grave that nothing may go on beside a fault', anyOf(childAccount)),
	properties: [
		childAccountField(),
		{
			displayName: 'Confirm Name',
			name: 'confirmName',
			type: 'string',
			default: '',
			required: true,
			description: 'The name of the child account, exactly as Duo has it. Otherwise it is not deleted.',
		},
	],

	async run({ params, duo }) {
		const confirmed = params.text('confirmName');
		const { account_id, name } = await childAccountNamed(duo, params.locator('childAccount'));
		// Not the right name in the message: an AI agent would only copy it.
		if (confirmed !== plain(name)) {
			throw new InputError(
				`“Confirm Name” is not the name of the child account ${account_id}: nothing was deleted`,
				'Check that it is the account you mean. “Get Many” shows its exact name; capital letters count.',
			);
		}
		await duo.post('/accounts/v1/account/delete', { account_id });
		return { deleted: true, account_id, name };
	},
};
