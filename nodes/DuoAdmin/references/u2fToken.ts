import type { DuoUser } from '../duoObjects';
import { entry } from './entry';

export interface DuoU2fToken {
	registration_id: string;
	user?: DuoUser | null;
}

export const u2fToken = entry<DuoU2fToken>({
	displayName: 'U2F Token',
	name: 'u2fToken',
	noun: 'U2F token',
	searchListMethod: 'searchU2fTokens',
	path: '/admin/v1/u2ftokens',
});
