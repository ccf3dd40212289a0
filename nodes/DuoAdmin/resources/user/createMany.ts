import type { ItemCall } from '../../../shared/engine/ItemCall';
import type { BatchOperation } from '../../../shared/engine/operation';
import { toError } from '../../../shared/errors/toError';
import { allowLookAlikesField } from '../../../shared/parameters/newName';
import { sorted } from '../../../shared/parameters/sorted';

import { createUsers, type NewUser } from './bulkCreation';
import { profileFields, readProfile } from './fields';

/** What Duo takes when it creates many. */
const FIELDS = ['email', 'firstname', 'realname', 'lastname', 'notes', 'status'];

export const createMany: BatchOperation = {
	name: 'Create Many',
	value: 'createMany',
	action: 'Create many users',
	description:
		'Create a user of each item without enrolling them, 100 with one call. If an item has a fault that can be seen beforehand, nobody is created, unless the node is set to continue on errors.',
	permissions: ['readResource', 'writeResource'],
	properties: [
		{
			displayName: 'Username',
			name: 'username',
			type: 'string',
			required: true,
			placeholder: 'e.g. {{ $json.username }}',
			default: '',
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: sorted([
				...profileFields().filter(({ name }) => FIELDS.includes(name)),
				allowLookAlikesField(),
			]),
		},
	],

	async runAll(calls) {
		const { duo, n8n } = calls[0]!;
		return await createUsers(duo, calls.map(readUser), { goesOn: n8n.continueOnFail() });
	},
};

function readUser({ params }: ItemCall): NewUser | Error {
	try {
		const fields = params.collection('additionalFields');
		return { ...readProfile(fields), username: params.newName('username', fields) };
	} catch (fault) {
		return toError(fault);
	}
}
