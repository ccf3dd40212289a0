/**
 * The trigger's collector against a model: random histories, faults, restarts and overlaps; no event lost,
 * none twice.
 */
import { collect, startAt, type CollectTerms, type LogState } from '../../nodes/shared/logs/collect';
import type { LogPage, LogRange, LogSource } from '../../nodes/shared/logs/LogSource';

const SECOND = 1000;
const LAG = 120 * SECOND;
const RESCAN = 600 * SECOND;

interface Row {
	[field: string]: string | number;
	id: string;
	time: number;
	visibleAt: number;
}

const source: LogSource = {
	value: 'model',
	name: 'Model',
	hasTwins: false,
	timeOf: ({ time }) => time as number,
	identityOf: ({ id }) => id as string,
	parsed: (row) => row,
};

/** A small generator of random numbers that a seed decides (mulberry32). */
function randomBy(seed: number) {
	let state = seed;
	const next = () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const upTo = (most: number) => Math.floor(next() * (most + 1));
	return {
		chance: (share: number) => next() < share,
		upTo,
		from: (least: number, most: number) => least + upTo(most - least),
	};
}

type Random = ReturnType<typeof randomBy>;

/** Duo's side: a log that grows, and misbehaves now and then. */
class ModelLog {
	readonly rows: Row[] = [];

	private ties = 0;

	private wasEmptied = false;

	constructor(
		private readonly random: Random,
		private readonly limit: number,
		private faultShare: number,
		private readonly tellsTotal: boolean,
		/** How far the collector's clock is ahead of this log's. */
		readonly clockAhead: number,
	) {}

	/** @param earliest a row may not be older: it would be later than it says. */
	add(time: number, late: number, earliest: number): void {
		const last = this.rows.at(-1);
		// Fewer in one moment than a page holds: more cannot be read without a good offset.
		const isTie = last && last.time >= earliest && this.random.chance(0.15) && this.ties++ < 3;
		if (!isTie) this.ties = 0;
		const at = isTie ? last.time : time;
		this.rows.push({ id: `row${this.rows.length}`, time: at, visibleAt: at + LAG + late });
	}

	/** No more faults from now on. */
	quiet(): void {
		this.faultShare = 0;
	}

	read(range: LogRange, now: number): LogPage {
		const { random } = this;
		if (random.chance(this.faultShare)) throw new Error('a fault of the model');

		const all = this.rows
			.filter(({ time, visibleAt }) => visibleAt <= now && time >= range.from && time <= range.to)
			.sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1));
		const after = range.offset;
		const rest = after === undefined ? all : all.filter((row) => key(row) > after);
		const rows = rest.slice(0, this.limit);
		const last = rows.at(-1);
		const page: LogPage = {
			rows,
			offset: last && rest.length > rows.length ? key(last) : undefined,
			total: this.tellsTotal ? all.length : undefined,
			isFull: rows.length === this.limit,
			clockAhead: this.clockAhead,
		};
		if (!random.chance(this.faultShare)) return page;
		return this.spoil(page, range);
	}

	private spoil(page: LogPage, range: LogRange): LogPage {
		const kinds: Array<() => LogPage> = [
			() => ({ ...page, offset: undefined }),
			() => ({ ...page, rows: [...page.rows].reverse() }),
			// The offset leads to this very page again.
			() => ({ ...page, offset: range.offset ?? '' }),
			// Duo leaves an offset on an empty page at the very end; elsewhere only the total tells that there is
			// more.
			() => this.emptied(page),
		];
		return kinds[this.random.upTo(kinds.length - 1)]!();
	}

	private emptied(page: LogPage): LogPage {
		// Twice in a row it would look like the end, as it does at Duo.
		const isPossible = page.rows.length === 0 || (this.tellsTotal && !this.wasEmptied);
		this.wasEmptied = isPossible;
		return isPossible ? { ...page, rows: [], offset: 'x', isFull: false } : page;
	}
}

const key = ({ time, id }: Row) => `${String(time).padStart(16, '0')},${id}`;

/** One history from beginning to end. Returns what went wrong, as texts. */
async function history(seed: number): Promise<{ wrong: string[]; events: number }> {
	const random = randomBy(seed);
	const skew = random.chance(0.3) ? random.from(-300, 300) * SECOND : 0;
	const log = new ModelLog(
		random,
		random.from(5, 12),
		random.chance(0.7) ? 0.15 : 0,
		random.chance(0.5),
		skew,
	);
	let now = 1_760_000_000_000 + random.upTo(100_000);
	const start = now;

	let state = startAt(start);
	let saved: { state: LogState; emittedBefore: number } | undefined;
	const emitted: string[] = [];
	const mayRepeat = new Set<string>();
	const wrong: string[] = [];

	const poll = async (from: LogState, faulty: boolean): Promise<{ state: LogState; hasMore: boolean }> => {
		const terms: CollectTerms = {
			now: () => now + skew,
			lag: LAG,
			rescan: RESCAN,
			deadline: Infinity,
			mostPages: faulty ? random.from(1, 6) : 1000,
			mostSeen: 20_000,
		};
		const collected = await collect(source, from, (range) => Promise.resolve(log.read(range, now)), terms);
		// n8n throws a poll's outcome away when the workflow is changed meanwhile.
		if (faulty && random.chance(0.05)) return { state: from, hasMore: true };
		const known = new Set(emitted);
		for (const { id } of collected.rows) {
			if (known.has(id as string) && !mayRepeat.has(id as string)) wrong.push(`${id as string} came twice`);
			known.add(id as string);
			emitted.push(id as string);
		}
		// What n8n stores is JSON.
		return { ...collected, state: JSON.parse(JSON.stringify(collected.state)) as LogState };
	};

	for (let step = random.from(3, 25); step > 0; step--) {
		const pause = random.chance(0.1) ? random.from(600, 7200) : random.from(5, 180);
		for (let count = random.upTo(random.chance(0.2) ? 60 : 6); count > 0; count--) {
			const late = random.chance(0.2) ? random.upTo(RESCAN) : -random.upTo(LAG);
			log.add(now + random.upTo(pause * SECOND), late, now);
		}
		now += pause * SECOND;
		if (random.chance(0.15)) saved = { state, emittedBefore: emitted.length };
		if (saved && random.chance(0.1)) {
			// n8n was killed: what was emitted since the state was saved may come again, and nothing else.
			for (const id of emitted.slice(saved.emittedBefore)) mayRepeat.add(id);
			({ state } = saved);
		}
		({ state } = await poll(state, true));
	}

	log.quiet();
	now += LAG + RESCAN + 300 * SECOND;
	for (let more = true; more; ) ({ state, hasMore: more } = await poll(state, false));
	const found = new Set(emitted);
	wrong.push(
		...log.rows.filter(({ id }) => !found.has(id)).map(({ id, time }) => `${id} at ${time - start} was lost`),
	);
	return { wrong: wrong.map((text) => `seed ${seed}: ${text}`), events: log.rows.length };
}

test('3,000 random histories: nothing lost, nothing twice', async () => {
	let events = 0;
	const wrong: string[] = [];
	for (let seed = 1; seed <= 3000; seed++) {
		const result = await history(seed);
		events += result.events;
		wrong.push(...result.wrong);
	}
	expect(wrong.slice(0, 5)).toEqual([]);
	expect(events).toBeGreaterThan(100_000);
}, 120_000);
