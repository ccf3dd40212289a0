/** A trigger goes on from the state that an earlier version has stored. */
import { accountOf } from '../../nodes/DuoAdminTrigger/state';
import { expectSame, states } from '../frozen/files';
import { Scene } from '../frozen/stories';
import { MINUTE, useOwnClock } from '../support/clock';
import type { DuoEvent } from '../support/trigger';

let scene: Scene | undefined;

useOwnClock();
afterEach(async () => {
	await scene?.tenant.stop();
});

const stateOf = (name: string) => states.find(([other]) => other === name)![1];
/** The times that a row of the authentication log has when it happens now. */
const freshTimes = () => ({
	timestamp: Math.floor(Date.now() / 1000),
	isotimestamp: new Date().toISOString().replace('Z', '000+00:00'),
});
const txids = (events: DuoEvent[]) => events.map(({ event }) => event.txid);

test.each(states)(
	'%s: the state is stored as it is frozen (npm run freeze writes it)',
	async (name, frozen) => {
		scene = await Scene.play(frozen.story);
		const text = (state: object) => JSON.stringify(state, null, 2);
		expectSame(`The stored state of ${name}`, text(frozen.state), text(scene.state()));
	},
);

test.each(states)('%s: goes on from the frozen state, and repeats nothing', async (_, frozen) => {
	scene = await Scene.resume(frozen);
	expect(await scene.pollFor(15)).toEqual([]);
	expect(scene.tenant.requests.length).toBeGreaterThan(15);
});

test('the account that a state belongs to is told by the same text', () => {
	expect(accountOf({ host: 'api-12345678.duosecurity.com' })).toBe('UBiiGz+RyULr');
});

test.each(['logEvent', 'childAccounts'])('%s: finds what is new, and what Duo shows late', async (name) => {
	const frozen = stateOf(name);
	scene = await Scene.resume(frozen);
	const { logs } = scene.account;
	const at = frozen.story.beganAt + 1000;
	const late = logs.add('authentication', {}, { at, visibleAt: at + 6 * MINUTE });
	const fresh = logs.add('authentication', {}, { at: Date.now() });
	expect(txids(await scene.pollFor(15)).sort()).toEqual([late.txid, fresh.txid].sort());
});

test('securityAlert: counts on from the pushes that were refused before', async () => {
	const frozen = stateOf('securityAlert');
	scene = await Scene.resume(frozen);
	const refused = frozen.story.rows.filter(({ log }) => log === 'authentication');
	expect(refused).toHaveLength(4);
	const { txid } = scene.account.logs.add(
		'authentication',
		{ ...refused[0]!.row, ...freshTimes(), txid: 'fifth' },
		{ at: Date.now() },
	);
	const events = await scene.pollFor(5);
	expect(events.map(({ event, alerts }) => [event.txid, alerts])).toEqual([[txid, ['pushHarassment']]]);
});

test('inventoryChange: tells what has changed, come and gone since', async () => {
	const { story } = stateOf('inventoryChange');
	scene = await Scene.resume(stateOf('inventoryChange'));
	const { users, groups } = scene.account;
	const [user, group] = [story.users[0]!, story.groups[0]!];
	users.get(user.user_id)!.status = 'bypass';
	groups.delete(group.group_id);
	const added = scene.account.addGroup({ name: 'New' });
	const events = await scene.pollFor(1);
	expect(events.map(({ object, change, id }) => [object, change, id]).sort()).toEqual(
		[
			['group', 'created', added.group_id],
			['group', 'deleted', group.group_id],
			['user', 'changed', user.user_id],
		].sort(),
	);
});
