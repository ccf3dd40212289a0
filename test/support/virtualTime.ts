/**
 * For tests with many waits: time stands still, and when nothing goes on but waiting, it jumps to the end of
 * the next wait. Times are the same in every run. Only for what needs no sockets: nobody can tell waiting for
 * one from waiting for a timer.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * How many turns of the event loop without an end count as waiting; what works takes a few turns between two
 * steps.
 */
const TURNS = 25;

const MOST_JUMPS = 1000;

export function useVirtualTime(now: string): void {
	beforeAll(() => {
		jest.useFakeTimers({
			now: Date.parse(now),
			doNotFake: ['setImmediate', 'clearImmediate', 'nextTick', 'queueMicrotask', 'performance', 'hrtime'],
		});
	});
	beforeEach(() => {
		startAgain(now);
	});
	afterAll(() => {
		jest.useRealTimers();
	});
}

/** Back to that time; whatever was still waited for is forgotten. */
export function startAgain(now: string): void {
	jest.clearAllTimers();
	jest.setSystemTime(Date.parse(now));
}

/** The outcome of work whose waits take no time. */
export async function withoutWaiting<T>(work: Promise<T>): Promise<T> {
	let isDone = false;
	const noteEnd = () => {
		isDone = true;
	};
	work.then(noteEnd, noteEnd);
	for (let jumps = 0; !isDone; jumps++) {
		for (let turn = 0; turn < TURNS && !isDone; turn++) await nextTurn();
		if (jumps > MOST_JUMPS) throw new Error(`Still waiting after ${MOST_JUMPS} waits`);
		if (!isDone) jest.advanceTimersToNextTimer();
	}
	return await work;
}
