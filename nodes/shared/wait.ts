import { ManualExecutionCancelledError, sleep } from 'n8n-workflow';

/**
 * Waits, but not beyond the end of the execution.
 *
 * @param ms milliseconds
 * @throws ManualExecutionCancelledError as soon as the execution is cancelled.
 */
export async function wait(ms: number, cancelled?: AbortSignal): Promise<void> {
	if (!cancelled) return await sleep(ms);

	throwIfCancelled(cancelled);
	const cancellation = Promise.withResolvers<void>();
	const onAbort = () => cancellation.resolve();
	cancelled.addEventListener('abort', onAbort, { once: true });
	await Promise.race([sleep(ms), cancellation.promise]);
	cancelled.removeEventListener('abort', onAbort);
	throwIfCancelled(cancelled);
}

/** @throws ManualExecutionCancelledError when the execution is cancelled. */
export function throwIfCancelled(cancelled?: AbortSignal): void {
	if (cancelled?.aborted) throw new ManualExecutionCancelledError('');
}
