import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import pLimit from 'p-limit';

import { accountFields } from '../accounts/accountFields';
import type { NodeCredential } from '../accounts/credentials';
import { Duo } from '../duo/Duo';
import { throwIfCancelled } from '../duo/wait';
import { quoted } from '../errors/quoted';
import { toNodeError, type NodeFault } from '../errors/toNodeError';
import { ItemParameters } from '../parameters/ItemParameters';

import { groupedByAccount, jobsOf, type Job } from './jobs';
import type { Operation, Resource } from './operation';
import { readConcurrentRequests, requestOptionsField } from './requestOptions';
import { mergeAccounts, toOutputs, type ItemResult } from './results';
import { runBatch, runItems } from './runItems';

/** Each account has rate limits of its own, so several are worked on side by side. */
const MAX_CONCURRENT_ACCOUNTS = 10;

/**
 * The one item loop of all nodes: finds the chosen operation, runs it for every item in every account that
 * the item is about, pairs output with input, and turns faults into errors that name their item. With n8n's
 * "Continue" settings a bad item costs that item only; otherwise no further item is begun after the first
 * fault. Of all child accounts, one that fails never stops the others.
 *
 * @param credentialFor which credential the parameters that choose an account ask for.
 * @returns one list per output of the node, in the order of the input.
 */
export async function executeNode(
	this: IExecuteFunctions,
	resources: readonly Resource[],
	credentialFor: (account: ItemParameters) => NodeCredential,
): Promise<INodeExecutionData[][]> {
	if (this.getInputData().length === 0) return [[]];
	const operation = chosenOperation(this, resources);
	const { credential, concurrentRequests } = readRunSettings(this, credentialFor);
	const duo = new Duo(this, credential.type, { retry: true, concurrentRequests });
	const faultOf = (thrown: unknown, itemIndex: number): NodeFault => {
		throwIfCancelled(duo.cancelled);
		return toNodeError(thrown, {
			node: this.getNode(),
			credentialName: credential.name,
			permissions: operation.permissions,
			properties: operation.properties,
			itemIndex,
		});
	};

	const items = await jobsOf(this, duo, operation.properties, faultOf);
	const goesOn = this.continueOnFail();
	const unplaced = items.find((item) => 'fault' in item);
	if (unplaced && !goesOn) throw unplaced.fault;

	const inPool = pLimit(MAX_CONCURRENT_ACCOUNTS);
	const stopSignal = { stopAt: Infinity };
	const resultOf = new Map<Job, ItemResult>();
	const runAccount = async (jobs: Job[]): Promise<void> => {
		const calls = jobs.map(({ call }) => call);
		const isStoppedBy = goesOn || jobs[0]!.account.isOneOfMany ? undefined : stopSignal;
		const results =
			'runAll' in operation
				? await runBatch(operation, calls, faultOf)
				: await runItems(operation, calls, faultOf, concurrentRequests, isStoppedBy);
		jobs.forEach((job, index) => resultOf.set(job, results[index]));
	};
	const jobs = items.flatMap((item) => ('fault' in item ? [] : item.jobs));
	await inPool.map(groupedByAccount(jobs), runAccount);

	const results = items.map((item, index) => {
		if ('fault' in item) return item;
		const ofAccounts = item.jobs.map((job) => ({ account: job.account, result: resultOf.get(job) }));
		return mergeAccounts(ofAccounts, index, this.getNode().onError);
	});
	const failed = results.findIndex((result) => result && 'fault' in result);
	if (failed !== -1 && !goesOn) throw stopped(results, failed, operation);
	return toOutputs(this, operation, results);
}

function chosenOperation(n8n: IExecuteFunctions, resources: readonly Resource[]): Operation {
	const resourceValue = n8n.getNodeParameter('resource', 0);
	const operationValue = n8n.getNodeParameter('operation', 0);
	const resource = resources.find(({ value }) => value === resourceValue);
	const operation = resource?.operations.find(({ value }) => value === operationValue);
	if (operation) return operation;
	throw new NodeOperationError(
		n8n.getNode(),
		`There is no operation ${quoted(operationValue)} for ${quoted(resourceValue)}`,
		{ description: 'Choose resource and operation from their lists.' },
	);
}

/** What holds for the whole run: the credential, and how many requests may be under way at once. */
function readRunSettings(
	n8n: IExecuteFunctions,
	credentialFor: (account: ItemParameters) => NodeCredential,
): { credential: NodeCredential; concurrentRequests: number } {
	const stored = n8n.getNode().parameters;
	try {
		return {
			credential: credentialFor(new ItemParameters(n8n, accountFields(), 0, stored)),
			concurrentRequests: readConcurrentRequests(new ItemParameters(n8n, [requestOptionsField()], 0, stored)),
		};
	} catch (thrown) {
		throw toNodeError(thrown, { node: n8n.getNode(), credentialName: '', permissions: [] });
	}
}

/**
 * The fault that ends the run. Items after it may have been under way beside it: the user must know what was
 * done.
 */
function stopped(results: ItemResult[], failed: number, operation: Operation): NodeFault {
	const { fault } = results[failed] as { fault: NodeFault };
	const onlyReads = 'run' in operation && operation.concurrency.onlyReads === true;
	const doneAfter = results.flatMap((result, item) =>
		item > failed && result && 'items' in result ? [item] : [],
	);
	if (doneAfter.length > 0 && !onlyReads) {
		fault.description =
			`${fault.description ?? ''} Items that were under way beside it have been done: ${doneAfter.join(', ')}.`.trim();
	}
	return fault;
}
