import type { DuoUser } from '../duoObjects';

import { withOwners } from './listSearch';
import { reference, refuseWord } from './reference';

export interface DuoU2fToken {
	registration_id: string;
	user?: DuoUser | null;
}

export const u2fToken = reference<DuoU2fToken>({
	displayName: 'U2F Token',
	parameter: 'u2fToken',
	noun: 'U2F token',
	path: '/admin/v1/u2ftokens',
	checkId: refuseWord('U2F token'),
	idOf: ({ registration_id }) => registration_id,
	shown: ({ registration_id, user }) => withOwners(registration_id, [user]),
	alsoFoundBy: ({ user }) => [user?.username],
	names: [],
});
