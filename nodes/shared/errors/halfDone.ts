import { DuoApiError } from './DuoApiError';
import { PartialError } from './PartialError';
import { toError } from './toError';

/** The error of an operation of which a part was carried out: which part, and why the rest was not. */
export function halfDone(message: string, fault: unknown): PartialError {
	const cause = fault instanceof DuoApiError ? fault.duoSays : toError(fault).message;
	return new PartialError(message, `The reason: ${cause}. Look at it in Duo before you run this again.`);
}
