/** Waiting for something that takes its time. */
import { setTimeout as pause } from 'node:timers/promises';

/** Waits until something is so. */
export async function until(
	what: string,
	isSo: () => boolean | Promise<boolean>,
	withinSeconds = 120,
): Promise<void> {
	const deadline = Date.now() + withinSeconds * 1000;
	while (!(await isSo())) {
		if (Date.now() > deadline) throw new Error(`${withinSeconds} seconds were not enough until ${what}`);
		await pause(50);
	}
}
