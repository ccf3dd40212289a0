import { DuoApiError } from './DuoApiError';
import { toError } from './toError';

/**
 * Of what an operation was to do, a part is done or may be done, and the rest is not: Duo is in a state that
 * nobody asked for. `message` says what was done and what was not, `hint` how to get unstuck.
 */
export class PartialError extends Error {
	override name = 'PartialError';

	constructor(
		message: string,
		readonly hint = '',
	) {
		super(message);
	}

	/** For a part that was carried out, and a fault that kept the rest from it. */
	static because(message: string, fault: unknown): PartialError {
		const cause = fault instanceof DuoApiError ? fault.duoSays : toError(fault).message;
		return new PartialError(message, `The reason: ${cause}. Look at it in Duo before you run this again.`);
	}
}
