import type { NodeApiError, NodeOperationError } from 'n8n-workflow';
import pLimit from 'p-limit';

import type { BatchOperation, ItemCall, ItemOperation } from './operation';
import { toItems, type Outcome } from './outcomes';

export type NodeFault = NodeApiError | NodeOperationError;

type FaultOf = (thrown: unknown, itemIndex: number) => NodeFault;

/** Pulled by the first fault, for all who run under it. */
export interface Brake {
	isStopped: boolean;
}

/** Runs an operation item by item, as many at once as it allows. Without a brake a fault stops nothing. */
export async function runItems(
	operation: ItemOperation,
	calls: ItemCall[],
	faultOf: FaultOf,
	brake?: Brake,
): Promise<Outcome[]> {
	const inPool = pLimit(operation.parallel ?? 1);
	return await inPool.map(calls, async (call): Promise<Outcome> => {
		if (brake?.isStopped) return undefined;
		try {
			return { items: toItems(await operation.run(call), call.itemIndex) };
		} catch (thrown) {
			if (brake) brake.isStopped = true;
			return { fault: faultOf(thrown, call.itemIndex) };
		}
	});
}

/** Runs an operation that sees all items at once. */
export async function runBatch(
	operation: BatchOperation,
	calls: ItemCall[],
	faultOf: FaultOf,
): Promise<Outcome[]> {
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
