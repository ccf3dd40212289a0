import type { IDataObject } from 'n8n-workflow';

import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { application } from '../../references/application';
import { findUser, userField } from '../../references/user';
import { users } from '../../references/users';

export const calculate: ItemOperation = {
	name: 'Calculate',
	value: 'calculate',
	action: 'Calculate policy of user',
	description: 'Work out what applies to a user in an application, and from which policies it comes',
	permissions: ['readResource'],
	concurrency: reads(users),
	properties: [...userField(), application.field()],

	async run(call) {
		const integration_key = await application.idIn(call);
		const { user_id, username } = await findUser(call);
		const calculated = await call.duo.get<IDataObject>('/admin/v2/policies/calculate', {
			user_id,
			integration_key,
		});
		return { user_id, username, integration_key, ...calculated };
	},
};
