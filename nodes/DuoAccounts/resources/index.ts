import type { Resource } from '../../shared/engine/operation';

import { account } from './account';
import { edition } from './edition';
import { telephonyCredits } from './telephonyCredits';

export const resources: readonly Resource[] = [account, edition, telephonyCredits];
