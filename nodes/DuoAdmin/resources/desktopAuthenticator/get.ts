import { reads } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { desktopAuthenticator } from '../../references/desktopAuthenticator';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get desktop authenticator',
	description: 'Get one computer that logs its user in with Duo Desktop',
	permissions: ['readResource'],
	concurrency: reads(),
	properties: [desktopAuthenticator.field()],

	async run(call) {
		return await desktopAuthenticator.find(call);
	},
};
