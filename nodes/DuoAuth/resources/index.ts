import type { Resource } from '../../shared/engine/operation';

import { application } from './application';
import { authentication } from './authentication';
import { enrollment } from './enrollment';

export const resources: readonly Resource[] = [application, authentication, enrollment];
