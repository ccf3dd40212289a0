import type { Duo } from '../../../shared/duo/Duo';
import { path } from '../../../shared/duo/path';
import { DuoApiError } from '../../../shared/errors/DuoApiError';
import { toError } from '../../../shared/errors/toError';
import type { DuoUser } from '../../duoObjects';

export function draftUserPath({ user_id }: DuoUser): string {
	return path`/admin/v1/branding/draft/users/${user_id}`;
}

/**
 * Whether a user sees the draft; undefined where Duo does not tell. Nobody could see a reply of Duo's, only
 * that the draft is written with `user_ids`.
 */
export async function seesDraft(duo: Duo, { user_id }: DuoUser): Promise<boolean | undefined> {
	const ids = (await readDraft(duo))?.user_ids;
	return Array.isArray(ids) ? ids.includes(user_id) : undefined;
}

async function readDraft(duo: Duo): Promise<{ user_ids?: unknown } | null> {
	try {
		return await duo.get<{ user_ids?: unknown } | null>('/admin/v1/branding/draft');
	} catch (fault) {
		if (fault instanceof DuoApiError && fault.status === 404) return null;
		throw toError(fault);
	}
}
