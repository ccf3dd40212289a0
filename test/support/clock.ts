/** For tests over minutes and days: only the clock is replaced, connections and timers are real. */
export const MINUTE = 60_000;

export function useOwnClock(): void {
	beforeEach(() => {
		jest.useFakeTimers({
			now: Date.now(),
			doNotFake: [
				'setTimeout',
				'setInterval',
				'setImmediate',
				'clearTimeout',
				'clearInterval',
				'clearImmediate',
				'nextTick',
				'queueMicrotask',
				'performance',
				'hrtime',
			],
		});
	});
	afterEach(() => {
		jest.useRealTimers();
	});
}

export function passTime(minutes: number): void {
	jest.setSystemTime(Date.now() + minutes * MINUTE);
}
