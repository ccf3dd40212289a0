/** Which operations run their items at the same time. */
import { resources as accountsResources } from '../../nodes/DuoAccounts/resources';
import { resources as adminResources } from '../../nodes/DuoAdmin/resources';
import { resources as authResources } from '../../nodes/DuoAuth/resources';
import type { ItemOperation } from '../../nodes/shared/engine/operation';
import type { Permission } from '../../nodes/shared/errors/permissions';

const operations = [...adminResources, ...authResources, ...accountsResources].flatMap((resource) =>
	resource.operations.flatMap(
		(operation): Array<[string, ItemOperation]> =>
			'run' in operation ? [[`${resource.value}: ${operation.value}`, operation]] : [],
	),
);

test.each(
	operations.flatMap(([name, { concurrency }]) =>
		concurrency.inInputOrder === undefined ? [] : [[name, concurrency.inInputOrder]],
	),
)('%s: items run one after the other for a reason: %s', (_, why) => {
	expect(why).toMatch(/^[A-Z“].{20,}[^.]$/);
});

const onlyRead: readonly Permission[] = ['information', 'log', 'readResource'];

test.each(
	operations.filter(
		([, { permissions }]) =>
			permissions.length > 0 && permissions.every((permission) => onlyRead.includes(permission)),
	),
)('%s is permitted only to read, and only reads', (_, { concurrency }) => {
	expect(concurrency.onlyReads).toBe(true);
});

test.each(operations.filter(([, { value }]) => value.startsWith('get')))(
	'%s only reads, or waits for people',
	(_, { concurrency }) => {
		expect(concurrency.onlyReads === true || concurrency.maxItems !== undefined).toBe(true);
	},
);
