import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type NodeApiError,
} from 'n8n-workflow';
import pLimit from 'p-limit';

import { explain } from './errors/explain';
import { ItemParameters } from './ItemParameters';
import {
	FileOutput,
	type BatchOperation,
	type ItemCall,
	type ItemOperation,
	type Operation,
	type OperationOutput,
	type Resource,
} from './operation';
import { Duo } from './transport/Duo';
import { throwIfCancelled } from './wait';

/** How a node talks to Duo. */
export interface NodeCredential {
	type: string;
	/** As n8n's users know it, e.g. "Duo Admin API". */
	name: string;
}

type NodeFault = NodeApiError | NodeOperationError;

/** What became of one item; undefined when it was not begun because an earlier one failed. */
type Outcome = { items: INodeExecutionData[] } | { fault: NodeFault } | undefined;

/**
 * The one item loop of all nodes: finds the chosen operation, runs it for every item, pairs output with
 * input, and turns faults into errors that name their item. With n8n's "Continue" settings a bad item
 * costs that item only; otherwise no further item is begun after the first fault.
 *
 * @returns one list per output of the node, in the order of the input.
 */
export async function execute(
	this: IExecuteFunctions,
	resources: readonly Resource[],
	credential: NodeCredential,
): Promise<INodeExecutionData[][]> {
	if (this.getInputData().length === 0) return [[]];
	const operation = chosenOperation(this, resources);
	const duo = new Duo(this, credential.type);
	const calls = this.getInputData().map((_, itemIndex) => ({
		params: new ItemParameters(this, operation.properties, itemIndex),
		duo,
		itemIndex,
		n8n: this,
	}));
	const faultOf = (thrown: unknown, itemIndex: number): NodeFault => {
		throwIfCancelled(duo.cancelled);
		return explain(thrown, {
			node: this.getNode(),
			credentialName: credential.name,
			permissions: operation.permissions,
			itemIndex,
		});
	};

	const goesOn = this.continueOnFail();
	const outcomes =
		'runAll' in operation
			? await runBatch(operation, calls, faultOf)
			: await runItems(operation, calls, faultOf, goesOn);

	const firstFault = outcomes.find((outcome) => outcome && 'fault' in outcome);
	if (!goesOn && firstFault && 'fault' in firstFault) throw firstFault.fault;

	return toOutputs(outcomes, sorter(this, operation));
}

function chosenOperation(n8n: IExecuteFunctions, resources: readonly Resource[]): Operation {
	const resourceValue = n8n.getNodeParameter('resource', 0);
	const operationValue = n8n.getNodeParameter('operation', 0);
	const resource = resources.find(({ value }) => value === resourceValue);
	const operation = resource?.operations.find(({ value }) => value === operationValue);
	if (operation) return operation;
	throw new NodeOperationError(
		n8n.getNode(),
		`There is no operation “${String(operationValue)}” for “${String(resourceValue)}”`,
		{ description: 'Choose resource and operation from their lists.' },
	);
}

async function runItems(
	operation: ItemOperation,
	calls: ItemCall[],
	faultOf: (thrown: unknown, itemIndex: number) => NodeFault,
	goesOn: boolean,
): Promise<Outcome[]> {
	const inPool = pLimit(operation.parallel ?? 1);
	let isStopped = false;

	const runOne = async (call: ItemCall): Promise<Outcome> => {
		if (isStopped) return undefined;
		try {
			return { items: toItems(await operation.run(call), call.itemIndex) };
		} catch (thrown) {
			isStopped = !goesOn;
			return { fault: faultOf(thrown, call.itemIndex) };
		}
	};
	return await Promise.all(calls.map((call) => inPool(runOne, call)));
}

async function runBatch(
	operation: BatchOperation,
	calls: ItemCall[],
	faultOf: (thrown: unknown, itemIndex: number) => NodeFault,
): Promise<Outcome[]> {
	try {
		const results = await operation.runAll(calls);
		return results.map((result, index) =>
			result instanceof Error ? { fault: faultOf(result, index) } : { items: toItems(result, index) },
		);
	} catch (thrown) {
		return calls.map(({ itemIndex }) => ({ fault: faultOf(thrown, itemIndex) }));
	}
}

function toItems(output: OperationOutput, item: number): INodeExecutionData[] {
	if (output instanceof FileOutput) {
		return [{ json: output.json, binary: output.binary, pairedItem: { item } }];
	}
	return (Array.isArray(output) ? output : [output]).map((object: object) => ({
		json: object as IDataObject,
		pairedItem: { item },
	}));
}

/** Tells which of the node's outputs takes an item. A failed item never takes the first of two. */
type Sorter = { outputs: number; outputOf(item: INodeExecutionData): number };

function sorter(n8n: IExecuteFunctions, operation: Operation): Sorter {
	const firstTakes = 'run' in operation ? operation.firstOutputTakes : undefined;
	const isSplit = firstTakes && n8n.getNodeParameter('twoOutputs', 0, false) === true;
	return isSplit
		? { outputs: 2, outputOf: ({ error, json }) => (!error && firstTakes(json) ? 0 : 1) }
		: { outputs: 1, outputOf: () => 0 };
}

function toOutputs(outcomes: Outcome[], { outputs, outputOf }: Sorter): INodeExecutionData[][] {
	const sorted: INodeExecutionData[][] = Array.from({ length: outputs }, () => []);
	outcomes.forEach((outcome, item) => {
		if (!outcome) return;
		const items = 'fault' in outcome ? [failedItem(outcome.fault, item)] : outcome.items;
		for (const each of items) sorted[outputOf(each)]!.push(each);
	});
	return sorted;
}

function failedItem(error: NodeFault, item: number): INodeExecutionData {
	return { json: { error: error.message }, error, pairedItem: { item } };
}
