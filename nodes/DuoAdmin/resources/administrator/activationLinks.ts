import { path } from '../../../shared/duo/path';
import { DuoApiError } from '../../../shared/errors/DuoApiError';
import { InputError } from '../../../shared/errors/InputError';
import { toError } from '../../../shared/errors/toError';
import type { DuoAdministrator } from '../../references/administrator';

export function linkPath({ admin_id }: DuoAdministrator): string {
	return path`/admin/v1/admins/${admin_id}/activation_link`;
}

/**
 * Only administrators who wait for their activation have a link. Unknown is taken for pending: Duo decides
 * then.
 */
export function isPending({ status }: DuoAdministrator): boolean {
	return status === undefined || status === 'Pending Activation';
}

/** @throws InputError for an administrator who is past the activation. */
export function requirePending(administrator: DuoAdministrator): void {
	if (isPending(administrator)) return;
	throw new InputError(
		notPending(administrator),
		'Only administrators who have not activated their account yet have an activation link. Nothing was changed.',
	);
}

export function notPending({ name, status }: DuoAdministrator): string {
	return `${name} is not pending activation: the status is “${status}”`;
}

/** Duo keeps one link per administrator and refuses another one. */
export function explainSecondLink(fault: unknown, { name }: DuoAdministrator): Error {
	if (!(fault instanceof DuoApiError && fault.status === 400)) return toError(fault);
	return new InputError(
		`Duo makes no activation link for ${name}`,
		`There is most likely one already, and an administrator can have only one. Send it with “Email Activation Link”, or use “Delete Activation Link” before you make a new one. Duo says: ${fault.duoSays}.`,
	);
}
