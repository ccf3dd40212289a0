/**
 * Push harassment against a model: random pushes of a few users, in any order, again and again, with restarts
 * between.
 */
import { RefusedPushes, type StoredPushes } from '../../nodes/DuoAdminTrigger/logs/RefusedPushes';

const MINUTE = 60_000;
const terms = { count: 3, within: 10 * MINUTE, rescan: 10 * MINUTE };
const start = 1_760_000_000_000;

interface Push {
	user: string;
	at: number;
	txid: string;
}

const rowOf = ({ user, at, txid }: Push) => ({
	txid,
	isotimestamp: new Date(at).toISOString(),
	factor: 'duo_push',
	result: 'denied',
	user: { key: user },
});

/** A small generator of random numbers that a seed decides. */
function randomBy(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

const throughJson = (stored?: StoredPushes) => stored && (JSON.parse(JSON.stringify(stored)) as StoredPushes);

/** The runs of `count` pushes of one user that are close enough together, by time. */
function harassments(pushes: Push[]): Push[][] {
	return pushes.flatMap((first) => {
		const near = pushes.filter(
			({ user, at }) => user === first.user && at >= first.at && at - first.at <= terms.within,
		);
		return near.length >= terms.count ? [near] : [];
	});
}

test('2,000 random histories: none goes by untold, and nothing else tells', () => {
	let told = 0;
	const wrong: string[] = [];
	for (let seed = 1; seed <= 2000; seed++) {
		const below = randomBy(seed);
		const pushes = Array.from({ length: 3 + below(20) }, (_, index): Push => {
			return { user: `DU${below(3)}`, at: start + below(60) * MINUTE, txid: `push${index}` };
		});
		// As rows arrive: by time, but for those that are up to ten minutes late; each is read again until it is
		// too old.
		const arrival = new Map(
			pushes.map((push) => [push, push.at + (below(3) === 0 ? below(10) * MINUTE : 0)]),
		);
		let saved: { readTo: number; pushes?: StoredPushes } = { readTo: start };
		const telling = new Set<Push>();
		for (let now = start; now <= start + 75 * MINUTE; now += (1 + below(9)) * MINUTE) {
			const read = pushes
				.filter((push) => arrival.get(push)! <= now && push.at >= saved.readTo - terms.rescan)
				.sort((a, b) => a.at - b.at);
			const poll = new RefusedPushes(terms, saved.pushes);
			for (const push of read) if (poll.tell(rowOf(push))) telling.add(push);
			if (below(6) > 0) saved = { readTo: now, pushes: throughJson(poll.stored()) };
		}
		const all = harassments(pushes);
		told += telling.size;
		wrong.push(
			...all.filter((run) => !run.some((push) => telling.has(push))).map(() => `seed ${seed}: untold`),
			...[...telling]
				.filter((push) => !all.some((run) => run.includes(push)))
				.map(({ txid }) => `seed ${seed}: ${txid} told of nothing`),
		);
	}
	expect(wrong.slice(0, 5)).toEqual([]);
	expect(told).toBeGreaterThan(5000);
});

test('in the order of time, the third tells and each further one does', () => {
	const poll = new RefusedPushes(terms);
	const told = [0, 4, 8, 12, 30, 31].map((minute, index) =>
		poll.tell(rowOf({ user: 'DU', at: start + minute * MINUTE, txid: `push${index}` })),
	);
	expect(told).toEqual([false, false, true, true, false, false]);
});

test('a row that is read again counts once, pushes of one moment count each', () => {
	const at = start;
	const row = rowOf({ user: 'DU', at, txid: 'a' });
	const poll = new RefusedPushes(terms);
	expect([row, { ...row }, row, row].map((each) => poll.tell(each))).toEqual([false, false, false, false]);
	const further = ['b', 'c'].map((txid) => rowOf({ user: 'DU', at, txid }));
	expect(further.map((each) => poll.tell(each))).toEqual([false, true]);
	expect(poll.tell(further[1]!)).toBe(true);
});

test('stays below 53 kB, and what it must forget neither tells nor counts', () => {
	const poll = new RefusedPushes(terms);
	const pushes = Array.from({ length: 5000 }, (_, index) => {
		return { user: `DU${index % 2500}`, at: start + index * 100, txid: `push${index}` };
	});
	for (const push of pushes) poll.tell(rowOf(push));
	const stored = poll.stored();
	expect(JSON.stringify(stored).length).toBeLessThan(53_000);
	expect(Object.values(stored!.byUser).join('')).toHaveLength(2000 * 12);

	const next = new RefusedPushes(terms, throughJson(stored));
	for (let count = 0; count < 3; count++)
		expect(next.tell(rowOf({ user: 'DU', at: start, txid: `old${count}` }))).toBe(false);
	expect(next.stored()).toEqual(stored);
});
