import type { IBinaryData, IDataObject, INodeProperties } from 'n8n-workflow';

import type { Permission } from '../errors/permissions';

import type { Concurrency } from './concurrency';
import type { ItemCall } from './ItemCall';

interface OperationPage {
	/** As in n8n's list of operations, Title Case. */
	name: string;
	/** Stored in users' workflows: never change it. */
	value: string;
	/** As in n8n's node creator, sentence case, without an article. */
	action: string;
	description: string;
	/** What the Duo application must be granted; empty for APIs without permissions. */
	permissions: readonly Permission[];
	/** The parameters; when they are shown is derived. Always a fresh array. */
	properties: INodeProperties[];
}

/** Handles each item by itself. */
export interface ItemOperation extends OperationPage {
	/** How its items share Duo with each other. */
	concurrency: Concurrency;
	/** The output for one item: one object, several, or none. */
	run(call: ItemCall): Promise<OperationOutput>;
	/** With "Separate Outputs" switched on, the first output takes what this holds for, the second the rest. */
	firstOutputTakes?: (json: IDataObject) => boolean;
}

/**
 * Sees all items at once, because that saves calls. Returns an output or an error for each, in order; nothing
 * for one that was not begun because of another's fault.
 */
export interface BatchOperation extends OperationPage {
	runAll(calls: ItemCall[]): Promise<Array<object | Error | undefined>>;
}

export type Operation = ItemOperation | BatchOperation;

/** Objects become the `json` of an item each, save for a {@link FileOutput}. */
export type OperationOutput = object | object[];

/** An output item that carries a file. */
export class FileOutput {
	constructor(
		readonly json: IDataObject,
		readonly binary: Record<string, IBinaryData>,
	) {}
}

/** A kind of thing in Duo, with what can be done to it. */
export interface Resource {
	name: string;
	value: string;
	operations: readonly Operation[];
	/** The operation that a new node shows, where it is neither Get Many nor Get. */
	preselected?: Operation;
}
