import { ManualExecutionCancelledError, sleep } from 'n8n-workflow';

/**
 * Waits, but not beyond the end of the execution.
 *
 * @param ms milliseconds
 * @throws ManualExecutionCancelledError as soon as the execution is cancelled.
 */
export async function wait(ms: number, cancelled?: AbortSignal): Promise<void> {
	if (!cancelled) {
		await sleep(ms);
		return;
	}

	throwIfCancelled(cancelled);
	const listening = new AbortController();
	const cancellation = new Promise<void>((resolve) => {
		cancelled.addEventListener(
			'abort',
			() => {
				resolve();
			},
			{ signal: listening.signal },
		);
	});
	await Promise.race([sleep(ms), cancellation]);
	listening.abort();
	throwIfCancelled(cancelled);
}

/** @throws ManualExecutionCancelledError when the execution is cancelled. */
export function throwIfCancelled(cancelled?: AbortSignal): void {
	if (cancelled?.aborted) throw new ManualExecutionCancelledError('');
}
