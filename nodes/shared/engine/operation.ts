import type { IBinaryData, IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Duo } from '../duo/Duo';
import type { Permission } from '../errors/permissions';
import type { ItemParameters } from '../parameters/ItemParameters';

/** One input item on its way through an operation. */
export interface ItemCall {
	/** The operation's parameters as they are for this item. */
	params: ItemParameters;
	/** Duo, shared by all items of the run. */
	duo: Duo;
	itemIndex: number;
	/** n8n's own functions, for the few operations that need more, e.g. binary data. */
	n8n: IExecuteFunctions;
}

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
	/**
	 * Names what an item changes: items with a name in common run after each other, in the order of the input, all others side
	 * by side. Nothing for operations that only read. When absent, all items run one after the other.
	 */
	touches?(call: ItemCall): string[] | Promise<string[]>;
	/** How many items may be under way at once, for operations that mostly wait for people; else the user's choice. */
	parallel?: number;
	/** Asks Duo beforehand for what all items need, where that saves calls. What it does not find, each item asks for itself. */
	prepare?(calls: ItemCall[]): Promise<void>;
	/** The output for one item: one object, several, or none. */
	run(call: ItemCall): Promise<OperationOutput>;
	/** With "Separate Outputs" switched on, the first output takes what this holds for, the second the rest. */
	firstOutputTakes?(json: IDataObject): boolean;
}

/** For {@link ItemOperation.touches} of operations that only read. */
export const touchesNothing = (): string[] => [];

/** What a name among the "Update Fields" touches: who takes a name waits for those who may give it up. */
export function touchesNewName({ params }: Pick<ItemCall, 'params'>, field = 'name'): string[] {
	const name = params.collection('updateFields').text(field);
	return name === undefined ? [] : ['a new name', name.toLowerCase()];
}

/**
 * Sees all items at once, because that saves calls. Returns an output or an error for each, in order; nothing for one
 * that was not begun because of another's fault.
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
