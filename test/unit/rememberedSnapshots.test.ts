/** What the trigger remembers of objects between two polls has an end. */
import { RememberedSnapshots } from '../../nodes/DuoAdminTrigger/inventory/RememberedSnapshots';

const snapshotOf = (count: number) =>
	new Map(Array.from({ length: count }, (_, index) => [String(index), {}]));
const [one, other] = ['one', 'other'].map((trigger) => ({ trigger, account: 'A' })) as [Watcher, Watcher];
type Watcher = Parameters<RememberedSnapshots['get']>[0];

test('the snapshot that was noted longest ago makes room', () => {
	const remembered = new RememberedSnapshots(10);
	remembered.note(one, 'user', snapshotOf(4));
	remembered.note(one, 'phone', snapshotOf(4));
	remembered.note(one, 'user', snapshotOf(5));
	remembered.note(other, 'user', snapshotOf(3));

	expect(remembered.get(one, 'phone')).toBeUndefined();
	expect(remembered.get(one, 'user')?.size).toBe(5);
	expect(remembered.get(other, 'user')?.size).toBe(3);
	expect(remembered.objects).toBe(8);
});

test('one that is too large alone is not remembered, nor anything stale in its place', () => {
	const remembered = new RememberedSnapshots(10);
	remembered.note(one, 'user', snapshotOf(4));
	remembered.note(one, 'user', snapshotOf(11));

	expect(remembered.get(one, 'user')).toBeUndefined();
	expect(remembered.objects).toBe(0);
});

test('what a trigger no longer watches is forgotten, that of others stays', () => {
	const remembered = new RememberedSnapshots(10);
	for (const watcher of [one, other]) {
		for (const kind of ['user', 'phone']) remembered.note(watcher, kind, snapshotOf(1));
	}
	remembered.note({ ...one, account: 'B' }, 'user', snapshotOf(1));
	remembered.keepOnly('one', (account, kind) => account === 'A' && kind === 'user');

	expect(remembered.get(one, 'user')).toBeDefined();
	expect(remembered.get(one, 'phone')).toBeUndefined();
	expect(remembered.get({ ...one, account: 'B' }, 'user')).toBeUndefined();
	expect(remembered.get(other, 'phone')).toBeDefined();
});
