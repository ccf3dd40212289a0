import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { limitFields } from '../../../shared/parameters/limit';
import { listInScope, scopeFields } from '../../references/scope';
import type { DuoU2fToken } from '../../references/u2fToken';
import { users } from '../../references/users';

export const getMany: ItemOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many U2F tokens',
	description:
		'Get a list of U2F security keys, the forerunners of WebAuthn: of the whole account, or of one user',
	permissions: ['readResource'],
	concurrency: reads(users),
	properties: [...scopeFields('U2F Tokens'), ...limitFields()],

	async run(call) {
		return await listInScope<DuoU2fToken>(call, { all: '/admin/v1/u2ftokens', user: 'u2ftokens' });
	},
};
