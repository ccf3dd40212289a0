import type { Resource } from '../../shared/operation';
import { bypassCode } from './bypassCode';
import { group } from './group';
import { phone } from './phone';
import { user } from './user';

export const resources: readonly Resource[] = [bypassCode, group, phone, user];
