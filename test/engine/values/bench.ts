/**
 * Runs samples with one value replaced, as a flow supplies it, and tells what came out and what Duo was
 * asked.
 */
import { isDeepStrictEqual } from 'node:util';

import { WorkflowHasIssuesError } from 'n8n-core';
import {
	LoggerProxy,
	type IDataObject,
	type INodeParameters,
	type NodeParameterValueType,
} from 'n8n-workflow';

import { apiOf, contextFor, executeNode, type Keys, type NodeFailure } from '../../support/engine';
import { startAgain, useVirtualTime, withoutWaiting } from '../../support/virtualTime';
import { sendWithoutSockets } from '../../support/withoutSockets';
import type { RecordedRequest } from '../../tenant';

import { files } from './rightValues';
import type { Sample } from './samples';
import type { Path } from './slots';
import { newWorld, NOW, type World } from './world';

/** How a value comes into a parameter. */
export type Supply =
	/** As somebody types it. */
	| { typed: NodeParameterValueType }
	/** From the input item: `undefined` stands for an item without the field. */
	| { json: IDataObject[string] }
	/** Made by an expression, from the input item's `value` if need be: a Date, a DateTime. */
	| { expression: string; json?: IDataObject[string] };

export interface Change {
	path: Path;
	supply: Supply;
}

export interface Outcome {
	error?: Pick<NodeFailure, 'name' | 'message' | 'description'>;
	/** Of the items on the first output. */
	json: IDataObject[];
	requests: RecordedRequest[];
	reading: RecordedRequest[];
	changing: RecordedRequest[];
	/** The tenant as it is after the run, until the next one. */
	world: World;
}

/** The tenant of the run. */
let world: World | undefined;

/** To be called once in a test file that runs samples. */
export function useBench(): void {
	useVirtualTime(NOW);
	beforeAll(async () => {
		// Else n8n looks up who calls, for every line that nobody reads.
		LoggerProxy.init({ error: noLine, warn: noLine, info: noLine, debug: noLine });
		await sendWithoutSockets(() => world!.tenant);
	});
}

const noLine = () => undefined;

export async function runSample(sample: Sample, change?: Change): Promise<Outcome> {
	startAgain(NOW);
	world = freshWorld(world);
	const { requests: arrived, keys } = world.tenant;
	const parameters = change ? changed(sample.parameters, change) : sample.parameters;
	const { error, json } = await withoutWaiting(
		executeNode(contextOf(sample, parameters, keys), {
			items: [itemOf(change?.supply)],
			binary: 'binaryProperty' in sample.parameters ? files : undefined,
		}),
	).catch(refusedByN8n);
	const requests = [...arrived];
	const changing = requests.filter(changes);
	return { error, json, requests, reading: requests.filter((each) => !changes(each)), changing, world };
}

/** The one of the run before, as long as it was only looked at: to make another takes longer than a run. */
function freshWorld(before: World | undefined): World {
	if (!before || before.tenant.requests.some(({ method }) => method !== 'GET')) return newWorld();
	before.tenant.requests.length = 0;
	return before;
}

/** n8n does not begin a workflow whose parameters it finds wrong. */
function refusedByN8n(fault: unknown): Pick<Outcome, 'error' | 'json'> {
	if (fault instanceof WorkflowHasIssuesError) return { error: fault, json: [] };
	throw fault;
}

function itemOf(supply?: Supply): IDataObject {
	return supply && 'json' in supply && supply.json !== undefined ? { value: supply.json } : {};
}

function changed(parameters: INodeParameters, { path, supply }: Change): INodeParameters {
	return replaced(parameters, path, textOf(supply)) as INodeParameters;
}

function textOf(supply: Supply): NodeParameterValueType {
	if ('typed' in supply) return supply.typed;
	return 'expression' in supply ? supply.expression : '={{ $json.value }}';
}

function replaced(whole: unknown, [step, ...further]: Path, part: NodeParameterValueType): unknown {
	if (step === undefined) return part;
	if (Array.isArray(whole)) {
		return whole.map((each: unknown, index) => (index === step ? replaced(each, further, part) : each));
	}
	const members = whole as Record<string, unknown>;
	return { ...members, [step]: replaced(members[step], further, part) };
}

/**
 * What n8n makes of a node's parameters takes longer than a run, too, and the item's values do not matter for
 * it.
 */
let last: { parameters: INodeParameters; node: string; context: ReturnType<typeof contextFor> } | undefined;

function contextOf({ node }: Sample, parameters: INodeParameters, keys: Keys): ReturnType<typeof contextFor> {
	if (last?.node !== node || !isDeepStrictEqual(last.parameters, parameters)) {
		const key = keys[apiOf(node, parameters)];
		last = { node, parameters: structuredClone(parameters), context: contextFor(node, parameters, key) };
	}
	return last.context;
}

/** Requests that are a POST although they change nothing. */
const onlyRead = ['/accounts/v1/account/list', '/auth/v2/enroll_status', '/auth/v2/preauth'];

export function changes({ method, path }: Pick<RecordedRequest, 'method' | 'path'>): boolean {
	return method !== 'GET' && !onlyRead.includes(path);
}

/**
 * What was asked, without the times and the signature that go with it; in an order that does not depend on
 * what goes first.
 */
export function askedFor({ requests }: Pick<Outcome, 'requests'>): string[] {
	return requests
		.map(({ method, host, path, params }) => `${method} ${host}${path} ${JSON.stringify(params)}`)
		.sort();
}

/** Whether two runs asked Duo for the same things. */
export function sameRequests(a: Pick<Outcome, 'requests'>, b: Pick<Outcome, 'requests'>): boolean {
	return askedFor(a).join('\n') === askedFor(b).join('\n');
}
