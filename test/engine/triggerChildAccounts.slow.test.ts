/** The trigger with the keys of a parent account. */
import type { INodeParameters } from 'n8n-workflow';

import { MINUTE, passTime, useOwnClock } from '../support/clock';
import { locator } from '../support/locator';
import { ActiveTrigger, type DuoEvent } from '../support/trigger';
import { useTenant } from '../support/useTenant';
import type { Account } from '../tenant';

useOwnClock();
const duo = useTenant();

const allChildren = { authentication: 'accountsApi', accountScope: 'all' };
const authenticationLog: INodeParameters = {
	triggerOn: 'logEvent',
	logs: ['authentication'],
	startBackHours: 0,
	filters: {},
	options: {},
};
const watch = (accounts: INodeParameters = allChildren, logs = authenticationLog) =>
	new ActiveTrigger(duo.tenant, { ...accounts, ...logs });
const happenIn = (account: Account, at = Date.now()) => account.logs.add('authentication', {}, { at }).txid;
const summary = (events: DuoEvent[]) => events.map(({ accountName, event }) => [accountName, event.txid]);
const lack = (account: Account, times: number) => {
	duo.tenant.faults.add({ kind: 'serverError', account: account.accountId, times });
};

test('every event of every child once, with its account, read at the child’s own host', async () => {
	const [a, b] = ['A', 'B'].map((name) => duo.tenant.addChild(name));
	const trigger = watch();
	expect(await trigger.poll()).toEqual([]);
	const [first, second] = [happenIn(a!), happenIn(b!)];
	happenIn(duo.tenant.account);

	const found: DuoEvent[] = [];
	for (let minute = 0; minute < 14; minute++) {
		passTime(1);
		found.push(...(await trigger.poll()));
	}

	expect(summary(found).sort()).toEqual([
		['A', first],
		['B', second],
	]);
	expect(found[0]).toMatchObject({ account_id: a!.accountId, log: 'authentication' });
	const reads = duo.tenant.requests.filter(({ path }) => path === '/admin/v2/logs/authentication');
	const hosts = new Map([a!, b!].map((account) => [account.accountId, account.apiHostname]));
	expect(reads.length).toBeGreaterThan(20);
	for (const { host, params } of reads) expect(host).toBe(hosts.get(String(params.account_id)));
});

test('one child account only', async () => {
	const [a, b] = ['A', 'B'].map((name) => duo.tenant.addChild(name));
	const trigger = watch({
		authentication: 'accountsApi',
		accountScope: 'one',
		childAccount: locator('name', 'B'),
	});
	await trigger.poll();
	happenIn(a!);
	const wanted = happenIn(b!);
	passTime(4);
	expect(summary(await trigger.poll())).toEqual([['B', wanted]]);
});

test('goes on after a restart where each account was', async () => {
	const [a, b] = ['A', 'B'].map((name) => duo.tenant.addChild(name));
	const trigger = watch();
	await trigger.poll();
	const first = happenIn(a!);
	passTime(4);
	expect(summary(await trigger.poll())).toEqual([['A', first]]);

	const second = happenIn(b!);
	trigger.restart();
	passTime(4);
	expect(summary(await trigger.poll())).toEqual([['B', second]]);
});

test('a child that fails stops no other, is named, and loses nothing', async () => {
	const [a, b] = ['A', 'B'].map((name) => duo.tenant.addChild(name));
	const trigger = watch();
	await trigger.poll();
	const [first, second] = [happenIn(a!), happenIn(b!)];
	passTime(4);
	lack(a!, 1);
	expect(summary(await trigger.poll())).toEqual([['B', second]]);
	passTime(1);
	expect(summary(await trigger.poll())).toEqual([['A', first]]);
});

test('a child that fails at the activation is begun later; none at all is an error', async () => {
	const [a, b] = ['A', 'B'].map((name) => duo.tenant.addChild(name));
	const trigger = watch();
	lack(a!, 1);
	expect(await trigger.poll()).toEqual([]);
	const [first, second] = [happenIn(a!), happenIn(b!)];
	passTime(4);
	expect(summary(await trigger.poll()).sort()).toEqual([
		['A', first],
		['B', second],
	]);

	for (const child of [a!, b!]) lack(child, 1);
	await expect(watch().poll()).rejects.toThrow(
		/^The log “Authentication” of [AB] cannot be read: Duo reports a fault of its own/,
	);
});

test('a child account that is made later is watched from the poll before on; one that is gone is forgotten', async () => {
	const a = duo.tenant.addChild('A');
	const trigger = watch();
	await trigger.poll();
	passTime(1);
	const b = duo.tenant.addChild('B');
	const early = happenIn(b, Date.now() - MINUTE / 2);
	duo.tenant.children.delete(a.accountId);
	passTime(4);
	expect(summary(await trigger.poll())).toEqual([['B', early]]);
	expect(JSON.stringify(trigger.staticData)).not.toContain(a.accountId);
});

test('a log that is added later begins then, not when the account was first seen', async () => {
	const a = duo.tenant.addChild('A');
	const trigger = watch();
	await trigger.poll();
	a.logs.add('telephony', {}, { at: Date.now() });
	passTime(10);
	await trigger.poll();
	const logs = { ...authenticationLog, logs: ['authentication', 'telephony'] };
	trigger.restart({ ...allChildren, ...logs });
	expect(await trigger.poll()).toEqual([]);
	const { telephony_id } = a.logs.add('telephony', {}, { at: Date.now() });
	passTime(4);
	const found = await trigger.poll();
	expect(found.map(({ event }) => event.telephony_id)).toEqual([telephony_id]);
});

test('while the child accounts cannot be listed, places are kept', async () => {
	const a = duo.tenant.addChild('A');
	const trigger = watch();
	await trigger.poll();
	const wanted = happenIn(a);
	passTime(4);
	duo.tenant.faults.add({ kind: 'rateLimit', path: '/accounts/v1/account/list' });
	expect(await trigger.poll()).toEqual([]);
	passTime(1);
	expect(summary(await trigger.poll())).toEqual([['A', wanted]]);
});

test('inventory changes name their account', async () => {
	const [a, b] = ['A', 'B'].map((name) => duo.tenant.addChild(name));
	const trigger = watch(allChildren, { triggerOn: 'inventoryChange', objects: ['user'] });
	expect(await trigger.poll()).toEqual([]);
	b!.addUser({ username: 'zoe' });
	const changes = await trigger.poll();
	expect(changes).toMatchObject([
		{ account_id: b!.accountId, accountName: 'B', object: 'user', change: 'created', name: 'zoe' },
	]);
	expect(a).toBeDefined();
});

test('a test in the editor shows events of the children', async () => {
	const [a, b] = ['A', 'B'].map((name) => duo.tenant.addChild(name));
	const txids = [a!, b!].map((child) => happenIn(child, Date.now() - 10 * MINUTE));
	expect(summary(await watch().poll('manual'))).toEqual([
		['A', txids[0]],
		['B', txids[1]],
	]);
});

test('500 busy child accounts: everything arrives, and the stored state stays below 350 kB', async () => {
	const all = Array.from({ length: 500 }, (_, index) => duo.tenant.addChild(`Customer ${index}`));
	const trigger = watch();
	await trigger.poll();
	const happened: string[] = [];
	const found: DuoEvent[] = [];
	for (let minute = 0; minute < 2; minute++) {
		for (const child of all) {
			for (let event = 0; event < 30; event++) happened.push(happenIn(child, Date.now() + event));
		}
		passTime(1);
		found.push(...(await trigger.poll()));
	}
	passTime(4);
	found.push(...(await trigger.poll()));
	const txids = found.map(({ event }) => event.txid as string);
	expect(txids).toHaveLength(30_000);
	expect(txids.sort()).toEqual(happened.sort());
	expect(JSON.stringify(trigger.staticData).length).toBeLessThan(350_000);
}, 240_000);
