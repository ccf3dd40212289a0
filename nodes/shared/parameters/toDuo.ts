import type { DuoParameters } from '../duo/Duo';
import { InputError } from '../errors/InputError';

/**
 * To be asked before anything is sent: whether an update changes anything at all.
 *
 * @throws InputError when it does not.
 */
export function requireChanges(changes: DuoParameters): void {
	if (Object.values(changes).some((value) => value !== undefined)) return;
	throw new InputError('There is nothing to update', 'Add at least one field to “Update Fields”.');
}
