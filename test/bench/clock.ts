/**
 * A clock that can jump. A run under Duo's limits is mostly waiting for the next minute: whenever nothing is
 * under way and only a timer is waited for, both processes, contender and tenant, put their clocks forward to
 * the moment at which it rings. Everything else takes the time that it takes.
 */
import { subscribe } from 'node:diagnostics_channel';

/** Shorter waits are not worth a jump. */
const SHORT = 20;

const real = {
	now: Date.now.bind(Date),
	uptime: performance.now.bind(performance),
	setTimeout: globalThis.setTimeout,
	clearTimeout: globalThis.clearTimeout,
};

let ahead = 0;

/** Milliseconds by which the clocks of this process are ahead of the machine's from now on. */
export function setAhead(milliseconds: number): void {
	ahead = milliseconds;
}

/** Replaces the clocks of this process, not its timers. */
export function replaceClocks(): void {
	const now = () => real.now() + ahead;
	globalThis.Date = new Proxy(Date, {
		construct: (target, given: unknown[], made) =>
			Reflect.construct(target, given.length > 0 ? given : [now()], made) as Date,
		get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
	});
	performance.now = () => real.uptime() + ahead;
}

interface Alarm {
	due: number;
	ring: () => void;
}

/** Timers that follow the clock of this process when it jumps. `askJump` has the tenant jump, too. */
export class JumpingTimers {
	private readonly alarms = new Set<Alarm>();

	private readonly underWay = new Set<object>();

	private isBusy = true;

	private isJumping = false;

	private next?: NodeJS.Timeout;

	constructor(private readonly askJump: (ahead: number) => Promise<void>) {}

	replace(): void {
		replaceClocks();
		const set = (act: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) =>
			ms < SHORT
				? real.setTimeout(act, ms, ...given)
				: this.set(() => {
						act(...given);
					}, ms);
		const clear = (timer: unknown) => {
			if (this.alarms.delete(timer as Alarm)) return;
			real.clearTimeout(timer as NodeJS.Timeout);
		};
		Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
		subscribe('http.client.request.created', (message) => {
			this.isBusy = true;
			const { request } = message as { request: NodeJS.EventEmitter };
			this.underWay.add(request);
			request.once('close', () => this.underWay.delete(request));
		});
		// Duo's SDK does not read the body of a 429, so such a request never closes.
		subscribe('http.client.response.finish', (message) => {
			const { request, response } = message as { request: object; response: { statusCode: number } };
			if (response.statusCode === 429) this.underWay.delete(request);
		});
		setInterval(() => void this.jumpWhenIdle(), 2).unref();
	}

	private set(ring: () => void, ms: number) {
		const alarm = { due: performance.now() + ms, ring, ref: () => alarm, unref: () => alarm };
		this.alarms.add(alarm);
		this.arm();
		return alarm;
	}

	private arm(): void {
		real.clearTimeout(this.next);
		if (this.alarms.size === 0) return;
		this.next = real.setTimeout(
			() => {
				this.ringDue();
			},
			Math.max(0, this.nextDue() - performance.now()),
		);
	}

	private nextDue(): number {
		let due = Infinity;
		for (const alarm of this.alarms) due = Math.min(due, alarm.due);
		return due;
	}

	private ringDue(): void {
		const now = performance.now();
		for (const alarm of [...this.alarms].filter(({ due }) => due <= now)) {
			this.alarms.delete(alarm);
			alarm.ring();
		}
		this.arm();
	}

	/** Idle means: nothing was sent since the last look, and nothing is under way. */
	private async jumpWhenIdle(): Promise<void> {
		const wasBusy = this.isBusy;
		this.isBusy = this.underWay.size > 0;
		const rest = this.nextDue() - performance.now();
		if (wasBusy || this.isBusy || this.isJumping || rest < SHORT || rest === Infinity) return;

		this.isJumping = true;
		const target = ahead + rest;
		await this.askJump(target);
		setAhead(target);
		this.isJumping = false;
		this.arm();
	}
}
