import { InputError } from '../../shared/errors/InputError';
import type { DuoBypassCode } from '../duoObjects';

import { reference } from './reference';

/** Named by its ID only: the code itself is never known after it was made. */
export const bypassCode = reference<DuoBypassCode>({
	displayName: 'Bypass Code',
	parameter: 'bypassCode',
	noun: 'bypass code',
	path: '/admin/v1/bypass_codes',
	idHint: 'The ID that Get Many gives, not the code itself.',
	checkId: refuseCode,
	idOf: ({ bypass_code_id }) => bypass_code_id,
	shown: ({ bypass_code_id, user }) => `${user?.username ?? 'Unknown user'}: ${bypass_code_id}`,
	alsoFoundBy: ({ user }) => [user?.username],
	names: [],
});

/** Digits are the code itself, which must get into no message. */
function refuseCode(text: string): void {
	if (!/^\d+$/.test(text)) return;
	throw new InputError(
		'“Bypass Code” holds a code, not the ID of its entry in Duo',
		'Get Many gives the IDs.',
	);
}
