import type { IDataObject } from 'n8n-workflow';

import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';

import { METHODS_PATH } from './allowedAuthMethods';

export const getAllowedAuthMethods: ItemOperation = {
	name: 'Get Allowed Auth Methods',
	value: 'getAllowedAuthMethods',
	action: 'Get allowed authentication methods of administrators',
	description:
		'Get the ways in which administrators may authenticate when they log in to the Duo Admin Panel',
	permissions: ['administrators'],
	concurrency: reads(),
	properties: [],

	async run({ duo }) {
		return await duo.get<IDataObject>(METHODS_PATH);
	},
};
