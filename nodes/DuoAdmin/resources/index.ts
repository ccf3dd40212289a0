import type { Resource } from '../../shared/operation';
import { bypassCode } from './bypassCode';
import { group } from './group';
import { log } from './log';
import { phone } from './phone';
import { policy } from './policy';
import { user } from './user';

export const resources: readonly Resource[] = [bypassCode, group, log, phone, policy, user];
