import type { IExecuteFunctions } from 'n8n-workflow';

import type { Duo } from '../duo/Duo';
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
