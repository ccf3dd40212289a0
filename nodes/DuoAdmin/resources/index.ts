import type { Resource } from '../../shared/operation';
import { account } from './account';
import { administrator } from './administrator';
import { administratorActivation } from './administratorActivation';
import { bypassCode } from './bypassCode';
import { group } from './group';
import { log } from './log';
import { phone } from './phone';
import { policy } from './policy';
import { token } from './token';
import { user } from './user';

export const resources: readonly Resource[] = [
	account,
	administrator,
	administratorActivation,
	bypassCode,
	group,
	token,
	log,
	phone,
	policy,
	user,
];
