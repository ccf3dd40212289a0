import pLimit from 'p-limit';

import { throwIfCancelled } from '../duo/wait';
import type { NodeFault } from '../errors/toNodeError';

import type { Subject } from './concurrency';
import type { ItemCall } from './ItemCall';
import type { BatchOperation, ItemOperation } from './operation';
import { toItems, type ItemResult } from './results';

type FaultOf = (thrown: unknown, itemIndex: number) => NodeFault;

/** Set by a fault: no item after this one is started. */
export interface StopSignal {
	stopAt: number;
}

/**
 * Runs an operation item by item: at the same time where items have nothing to do with each other, in the
 * order of the input where they have. Without a stop signal, a fault stops nothing.
 */
export async function runItems(
	operation: ItemOperation,
	calls: ItemCall[],
	faultOf: FaultOf,
	concurrentItems: number,
	stopSignal?: StopSignal,
): Promise<ItemResult[]> {
	const { subjects, inInputOrder, maxItems = concurrentItems } = operation.concurrency;
	const inPool = pLimit(maxItems);
	const isStopped = ({ itemIndex }: ItemCall) => stopSignal !== undefined && itemIndex > stopSignal.stopAt;
	const failed = ({ itemIndex }: ItemCall, thrown: unknown) => {
		if (stopSignal) stopSignal.stopAt = Math.min(stopSignal.stopAt, itemIndex);
		return { fault: faultOf(thrown, itemIndex) };
	};
	const runOne = async (call: ItemCall, changed: Changed[]): Promise<ItemResult> => {
		if (isStopped(call)) return undefined;
		const { changesSent } = call.duo;
		try {
			return { items: toItems(await operation.run(call), call.itemIndex) };
		} catch (thrown) {
			return failed(call, thrown);
		} finally {
			// Items that found nothing to do leave to others what is known.
			const isStale = call.duo.changesSent > changesSent;
			if (isStale) for (const { subject, keys } of changed) subject.forget?.(call.duo, keys);
		}
	};

	if (calls.length === 1) return [await runOne(calls[0]!, [])];
	await prefetch(subjects, calls);
	const changedBy = calls.map(
		async (call) =>
			await Promise.all(
				subjects.map(async (subject) => ({ subject, keys: await subject.keys?.(call) })),
			).catch((thrown: unknown) => failed(call, thrown)),
	);
	// The loop below may never reach those after a fault.
	for (const changed of changedBy) changed.catch(() => undefined);

	const begun: Array<Promise<ItemResult>> = [];
	const lastWith = new Map<string, Promise<ItemResult>>();
	for (const [index, call] of calls.entries()) {
		if (isStopped(call)) break;
		const changed = (await changedBy[index])!;
		if ('fault' in changed) {
			begun.push(Promise.resolve(changed));
			continue;
		}
		const keys = inInputOrder === undefined ? changed.flatMap((each) => each.keys ?? []) : [EVERYTHING];
		const before = keys.flatMap((key) => lastWith.get(key) ?? []);
		const result = Promise.all(before).then(async () => await inPool(runOne, call, changed));
		for (const key of keys) lastWith.set(key, result);
		begun.push(result);
	}
	return await Promise.all(begun);
}

/** What an item changes, by its keys if it tells them. */
interface Changed {
	subject: Subject;
	keys?: string[];
}

const EVERYTHING = 'everything';

/** What cannot be had beforehand is no fault yet: the item that needs it asks again and gets the fault. */
async function prefetch(subjects: readonly Subject[], calls: ItemCall[]): Promise<void> {
	try {
		await Promise.all(subjects.map(async (subject) => await subject.prefetch?.(calls)));
	} catch {
		throwIfCancelled(calls[0]!.duo.cancelled);
	}
}

/** Runs an operation that sees all items at once. */
export async function runBatch(
	operation: BatchOperation,
	calls: ItemCall[],
	faultOf: FaultOf,
): Promise<ItemResult[]> {
	try {
		const results = await operation.runAll(calls);
		return results.map((result, index) => {
			const { itemIndex } = calls[index]!;
			if (result === undefined) return undefined;
			return result instanceof Error
				? { fault: faultOf(result, itemIndex) }
				: { items: toItems(result, itemIndex) };
		});
	} catch (thrown) {
		return calls.map(({ itemIndex }) => ({ fault: faultOf(thrown, itemIndex) }));
	}
}
