import { touchesNothing, type ItemOperation } from '../../../shared/engine/operation';
import { desktopAuthenticator } from '../../references/desktopAuthenticator';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get desktop authenticator',
	description: 'Get one computer that logs its user in with Duo Desktop',
	permissions: ['readResource'],
	touches: touchesNothing,
	properties: [desktopAuthenticator.field()],

	async run(call) {
		return await desktopAuthenticator.find(call);
	},
};
