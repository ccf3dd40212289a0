/** The trigger over the inventory: what was created, changed and deleted since the poll before. */
import { ActiveTrigger } from '../support/trigger';
import { useTenant } from '../support/useTenant';

const duo = useTenant();

const inventoryOf = (...objects: string[]) => ({ triggerOn: 'inventoryChange', objects });

test('created, changed and deleted objects, with before and after', async () => {
	const zoe = duo.tenant.addUser({ username: 'zoe', email: 'zoe@example.test' });
	const group = duo.tenant.addGroup({ name: 'Staff' });
	const trigger = new ActiveTrigger(duo.tenant, inventoryOf('user', 'group', 'phone'));
	expect(await trigger.poll()).toEqual([]);
	expect(await trigger.poll()).toEqual([]);

	duo.tenant.account.users.get(zoe.user_id)!.status = 'bypass';
	duo.tenant.account.groups.delete(group.group_id);
	const phone = duo.tenant.addPhone({ number: '+15555550101' });
	const events = await trigger.poll();

	expect(events).toHaveLength(3);
	expect(events).toEqual(
		expect.arrayContaining([
			expect.objectContaining({
				object: 'user',
				change: 'changed',
				id: zoe.user_id,
				name: 'zoe',
				changedFields: ['status'],
				before: expect.objectContaining({ status: 'active' }) as unknown,
				after: expect.objectContaining({ status: 'bypass' }) as unknown,
			}),
			expect.objectContaining({
				object: 'group',
				change: 'deleted',
				id: group.group_id,
				name: 'Staff',
				after: null,
			}),
			expect.objectContaining({ object: 'phone', change: 'created', id: phone.phone_id, before: null }),
		]) as unknown,
	);
	expect(await trigger.poll()).toEqual([]);
});

test('a log-in, or a phone that was seen, is no change', async () => {
	const phone = duo.tenant.addPhone({ number: '+15555550101' });
	const zoe = duo.tenant.addUser({ username: 'zoe', phones: [phone.phone_id] });
	const trigger = new ActiveTrigger(duo.tenant, inventoryOf('user', 'phone'));
	await trigger.poll();
	duo.tenant.account.users.get(zoe.user_id)!.last_login = 1_790_000_000;
	duo.tenant.account.phones.get(phone.phone_id)!.last_seen = '2026-11-22T10:00:00';
	expect(await trigger.poll()).toEqual([]);
});

test('an administrator and an application, and never a secret key', async () => {
	const trigger = new ActiveTrigger(duo.tenant, inventoryOf('administrator', 'application'));
	await trigger.poll();
	duo.tenant.addAdmin({ name: 'Ada', email: 'ada@example.test' });
	const key = duo.tenant.addKey({ api: 'auth' });
	const application = duo.tenant.account.integrations.get(key.integrationKey)!;
	application.sso = { oidc_config: { client_secret: 'hush' } };
	const events = await trigger.poll();
	expect(events.map(({ object, change }) => [object, change])).toEqual([
		['administrator', 'created'],
		['application', 'created'],
	]);
	expect(JSON.stringify(events)).not.toContain(key.secretKey);
	expect(JSON.stringify(events)).not.toContain('secret_key');
	expect(JSON.stringify(events)).not.toContain('hush');
	expect(trigger.saved).not.toContain(key.secretKey);
});

test('an object that a page skipped while it was read is not taken for deleted', async () => {
	for (let index = 0; index < 650; index++) duo.tenant.addUser({ username: `user${index}` });
	const trigger = new ActiveTrigger(duo.tenant, inventoryOf('user'));
	await trigger.poll();
	const [first] = duo.tenant.account.users.keys();
	// Right after the first page, somebody on it is deleted: all others move up by one.
	const deleted = new Promise<void>((resolve) => {
		const timer = setInterval(() => {
			const pages = duo.tenant.requests.filter(
				({ params, status }) => params.offset === '0' && status === 200,
			);
			if (pages.length < 2) return;
			clearInterval(timer);
			duo.tenant.account.users.delete(first!);
			resolve();
		}, 1);
	});
	duo.tenant.faults.add({ kind: 'slow', delayMs: 200, after: 1 });
	const events = await trigger.poll();
	await deleted;
	const later = await trigger.poll();
	expect([...events, ...later].map(({ change, id }) => [change, id])).toEqual([['deleted', first]]);
});

test('the state is 30 bytes an object', async () => {
	for (let index = 0; index < 3000; index++) duo.tenant.addUser({ username: `user${index}` });
	const trigger = new ActiveTrigger(duo.tenant, inventoryOf('user'));
	await trigger.poll();
	expect(JSON.stringify(trigger.staticData).length).toBeLessThan(3000 * 36);
}, 30_000);

test('a missing permission is named', async () => {
	const key = duo.tenant.addKey({ api: 'admin', permissions: ['adminapi_read_resource'] });
	const trigger = new ActiveTrigger(duo.tenant, inventoryOf('administrator'), key);
	await expect(trigger.poll()).rejects.toMatchObject({
		message: expect.stringContaining('The list of administrators cannot be read') as unknown,
		description: expect.stringContaining('“Grant administrators”') as unknown,
	});
});

/** What is stored of the objects of each kind. */
const storedIn = (trigger: ActiveTrigger) =>
	(trigger.staticData as { inventory: Record<string, Record<string, string>> }).inventory;

test('kinds that are no longer watched are forgotten; chosen again, they are new', async () => {
	duo.tenant.addUser({ username: 'zoe' });
	duo.tenant.addGroup({ name: 'Staff' });
	const trigger = new ActiveTrigger(duo.tenant, inventoryOf('user', 'group'));
	await trigger.poll();
	expect(Object.keys(storedIn(trigger)).sort()).toEqual(['group', 'user']);

	trigger.restart(inventoryOf('group'));
	await trigger.poll();
	expect(Object.keys(storedIn(trigger))).toEqual(['group']);

	duo.tenant.addUser({ username: 'ada' });
	trigger.restart(inventoryOf('user', 'group'));
	expect(await trigger.poll()).toEqual([]);
});

test('so are all of them when logs are watched instead', async () => {
	duo.tenant.addUser({ username: 'zoe' });
	const trigger = new ActiveTrigger(duo.tenant, inventoryOf('user'));
	await trigger.poll();
	trigger.restart({ source: 'logs', streams: ['administrator'], startBackHours: 0 });
	await trigger.poll();
	expect(storedIn(trigger)).toEqual({});
});

test('there is a limit to what is watched, and a message that says so', async () => {
	duo.tenant.addAdmin({ name: 'Ada', email: 'ada@example.test' });
	const trigger = new ActiveTrigger(duo.tenant, inventoryOf('administrator', 'user'));
	await trigger.poll();
	const many = new Map(Array.from({ length: 200_000 }, (_, index) => [`DU${index}`, 'abcdefgh']));
	const saved = JSON.parse(trigger.saved) as { inventory: object };
	trigger.saved = JSON.stringify({ ...saved, inventory: { user: Object.fromEntries<string>(many) } });
	trigger.restart();
	duo.tenant.faults.add({ kind: 'noSuchThing', path: '/admin/v1/users', times: Infinity });

	await expect(trigger.poll()).rejects.toMatchObject({
		message: expect.stringMatching(
			/administrators cannot be read: one trigger watches at most 200,000/,
		) as unknown,
		description: expect.stringContaining('Choose fewer kinds') as unknown,
	});
	expect(Object.keys(storedIn(trigger))).toEqual(['user']);
});
