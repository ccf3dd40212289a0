import type { INodeProperties } from 'n8n-workflow';

import { path } from '../../shared/duo/path';
import type { ItemCall } from '../../shared/engine/ItemCall';
import { readLimit } from '../../shared/parameters/limit';

import { findUser, userField } from './user';

type Scope = 'all' | 'user';

/** Whether Get Many lists the things of the whole account, or of one user. Read with {@link listInScope}. */
export function scopeFields(things: string): INodeProperties[] {
	return [
		{
			displayName: `${things} Of`,
			name: 'scope',
			type: 'options',
			options: [
				{ name: 'One User', value: 'user' },
				{ name: 'Whole Account', value: 'all' },
			],
			default: 'all',
		},
		...userField().map((field) => ({ ...field, displayOptions: { show: { scope: ['user'] } } })),
	];
}

/**
 * What the parameters ask for, up to their limit.
 *
 * @param lists the path of the list of the whole account, and the last part of the path of a user's list.
 */
export async function listInScope<T>(call: ItemCall, lists: Record<Scope, string>): Promise<T[]> {
	const limit = readLimit(call.params);
	const isOneUser = call.params.choice<Scope>('scope') === 'user';
	const listPath = isOneUser
		? path`/admin/v1/users/${(await findUser(call)).user_id}/${lists.user}`
		: lists.all;
	return await call.duo.list<T>(listPath, { limit });
}
