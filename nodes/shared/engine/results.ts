import type { IDataObject, IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';

import { accountLabels, type RunAccount } from '../accounts/RunAccounts';
import type { NodeFault } from '../errors/toNodeError';

import { FileOutput, type Operation, type OperationOutput } from './operation';

/** What became of an item; undefined when it was not begun because an earlier one failed. */
export type ItemResult = { items: INodeExecutionData[] } | { fault: NodeFault } | undefined;

/** What became of an item in one of its accounts. */
export interface AccountResult {
	account: RunAccount;
	result: ItemResult;
}

/** What an operation returned, as output items of the input item that they come from. */
export function toItems(output: OperationOutput, item: number): INodeExecutionData[] {
	return (Array.isArray(output) ? output : [output]).map((object: object) =>
		object instanceof FileOutput
			? { json: object.json, binary: object.binary, pairedItem: { item } }
			: { json: object as IDataObject, pairedItem: { item } },
	);
}

/**
 * What became of an item in all its accounts. Rows from child accounts name theirs; where one of many failed,
 * a row says so. Failing in all of them is a fault of the item.
 */
export function mergeAccounts(
	ofAccounts: readonly AccountResult[],
	item: number,
	onError: INode['onError'],
): ItemResult {
	const faults = ofAccounts.flatMap(({ result }) => (result && 'fault' in result ? [result.fault] : []));
	if (faults.length > 0 && faults.length === ofAccounts.length) {
		const fault = faults[0]!;
		if (faults.length > 1) fault.message = `All ${faults.length} child accounts failed: ${fault.message}`;
		return { fault };
	}
	if (ofAccounts.some(({ result }) => result === undefined)) return undefined;
	return {
		items: ofAccounts.flatMap(({ account, result }) => {
			if (result && 'items' in result) return result.items.map((each) => labelled(each, account));
			return result ? [failedChild(result.fault, account, item, onError)] : [];
		}),
	};
}

function labelled(item: INodeExecutionData, { child }: RunAccount): INodeExecutionData {
	return child ? { ...item, json: { ...item.json, ...accountLabels(child) } } : item;
}

/** The error itself goes along for n8n's error output only: n8n would put it in the place of the row. */
function failedChild(
	error: NodeFault,
	{ child }: RunAccount,
	item: number,
	onError: INode['onError'],
): INodeExecutionData {
	const row = { json: { ...accountLabels(child), error: error.message }, pairedItem: { item } };
	if (onError !== 'continueErrorOutput') return row;
	error.message = `${child?.name} (${child?.account_id}): ${error.message}`;
	return { ...row, error };
}

/**
 * The node's outputs: one, or two where the operation tells which items take the first. A failed item never
 * does.
 */
export function toOutputs(
	n8n: IExecuteFunctions,
	operation: Operation,
	results: ItemResult[],
): INodeExecutionData[][] {
	const items = results.flatMap((result, item) => {
		if (!result) return [];
		return 'fault' in result ? [failedItem(result.fault, item)] : result.items;
	});
	const firstTakes = 'run' in operation ? operation.firstOutputTakes : undefined;
	if (!firstTakes || n8n.getNodeParameter('separateOutputs', 0, false) !== true) return [items];

	const takesFirst = ({ error, json }: INodeExecutionData) => !error && firstTakes(json);
	return [items.filter(takesFirst), items.filter((item) => !takesFirst(item))];
}

function failedItem(error: NodeFault, item: number): INodeExecutionData {
	return { json: { error: error.message }, error, pairedItem: { item } };
}
