/** Benchmark: 100 pushes and their answers. */
import { locator } from '../../support/locator';
import { form } from '../competitors/HttpRequests';

import { countOk, type Case } from './Case';
import { addPeople, named } from './people';

const PUSHES = 100;

/**
 * People answer one after the other, from the third second on. Competitors use Duo's call that is held until
 * the answer comes: no states to ask for, but a connection that breaks loses the answer.
 */
export const pushes: Case = {
	name: 'pushes',
	title: '100 pushes waiting at once',
	items: PUSHES,
	least: { calls: 4 * PUSHES, limit: 'writes', sideBySide: true },
	only: 'unlimited',
	fill: (tenant) =>
		addPeople(tenant, PUSHES).map(({ user, phone }, index) => {
			phone.answer = { answer: 'approve', afterMs: 3000 + index * 30 };
			return user.username;
		}),
	nodes: {
		run: (names) => ({
			type: 'duoAuth',
			items: named(names),
			parameters: {
				resource: 'authentication',
				operation: 'verify',
				user: locator('username', '={{ $json.name }}'),
				factor: 'push',
			},
		}),
		done: (output) => output.filter(({ approved }) => approved === true).length,
	},
	httpRequest: {
		run: (names) => ({
			credential: 'duoAuthApi',
			items: named(names),
			path: '/auth/v2/auth',
			parameters: form({ username: '={{ $json.name }}', factor: 'push', device: 'auto' }),
		}),
		done: (output) => countOk(output, ({ result }) => result === 'allow'),
	},
	sdk: async (duo, names) => {
		const ask = async (username: string) => {
			const push = { username, factor: 'push', device: 'auto' };
			const { response } = await duo.call('POST', '/auth/v2/auth', push);
			return (response as { result?: string }).result === 'allow';
		};
		return await duo.each(names, ask, PUSHES);
	},
};
