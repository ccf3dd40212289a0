/** What the parts of the test of the queue mode have in common. */
import type { Tenant } from '../../tenant';

import type { Cluster } from './Cluster';
import type { Person } from './crowd';
import type { HelpDesk } from './verification';

/** What the parts of the test act on. */
export interface Scene {
	cluster: Cluster;
	tenant: Tenant;
	desk: HelpDesk;
	people: Person[];
	/** How long each of them takes. */
	answerSeconds: number;
	/** What must still be so when all is over. */
	atTheEnd: (() => void)[];
}
