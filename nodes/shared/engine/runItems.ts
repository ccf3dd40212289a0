import pLimit from 'p-limit';

import { throwIfCancelled } from '../duo/wait';
import { type NodeFault } from '../errors/toNodeError';

import type { BatchOperation, ItemCall, ItemOperation } from './operation';
import { toItems, type ItemResult } from './results';

type FaultOf = (thrown: unknown, itemIndex: number) => NodeFault;

/** Set by a fault: no item after this one is started. */
export interface StopSignal {
	stopAt: number;
}

/**
 * Runs an operation item by item: side by side where items have nothing to do with each other, in the order of the input where
 * they have. Without a stop signal, a fault stops nothing.
 */
export async function runItems(
	operation: ItemOperation,
	calls: ItemCall[],
	faultOf: FaultOf,
	sideBySide: number,
	stopSignal?: StopSignal,
): Promise<ItemResult[]> {
	const inPool = pLimit(operation.parallel ?? sideBySide);
	const stopAfter = ({ itemIndex }: ItemCall, thrown: unknown) => {
		if (stopSignal) stopSignal.stopAt = Math.min(stopSignal.stopAt, itemIndex);
		return { fault: faultOf(thrown, itemIndex) };
	};
	const runOne = async (call: ItemCall): Promise<ItemResult> => {
		if (stopSignal && call.itemIndex > stopSignal.stopAt) return undefined;
		try {
			return { items: toItems(await operation.run(call), call.itemIndex) };
		} catch (thrown) {
			return stopAfter(call, thrown);
		}
	};

	if (calls.length === 1) return [await runOne(calls[0]!)];
	await prepare(operation, calls);
	const begun: Array<Promise<ItemResult>> = [];
	const lastWith = new Map<string, Promise<ItemResult>>();
	const touched = calls.map(
		async (call) => await touchedBy(operation, call).catch((thrown: unknown) => stopAfter(call, thrown)),
	);
	// The loop below may never come to those after a fault.
	for (const names of touched) names.catch(() => undefined);
	for (const [index, call] of calls.entries()) {
		if (stopSignal && call.itemIndex > stopSignal.stopAt) break;
		const names = (await touched[index])!;
		if ('fault' in names) {
			begun.push(Promise.resolve(names));
			continue;
		}
		const before = names.flatMap((name) => lastWith.get(name) ?? []);
		const outcome = Promise.all(before).then(async () => await inPool(runOne, call));
		for (const name of names) lastWith.set(name, outcome);
		begun.push(outcome);
	}
	return await Promise.all(begun);
}

/** What cannot be had beforehand is no fault yet: the item that needs it asks again and gets the fault. */
async function prepare({ prepare }: ItemOperation, calls: ItemCall[]): Promise<void> {
	try {
		await prepare?.(calls);
	} catch {
		throwIfCancelled(calls[0]!.duo.cancelled);
	}
}

async function touchedBy({ touches, parallel }: ItemOperation, call: ItemCall): Promise<string[]> {
	if (touches) return await touches(call);
	return parallel === undefined ? ['everything'] : [];
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
