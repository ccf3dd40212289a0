/**
 * The most memory that this process has had of the machine, garbage included, above what it has when idle. In
 * bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';

export class PeakMemory {
	private readonly idle: number;

	constructor() {
		globalThis.gc!();
		this.idle = process.memoryUsage.rss();
		// Linux: from now on, the peak that is told below is the one since now.
		writeFileSync('/proc/self/clear_refs', '5');
	}

	aboveIdle(): number {
		const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))!;
		return Math.max(0, Number(kilobytes) * 1024 - this.idle);
	}
}
