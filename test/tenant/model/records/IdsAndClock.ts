/** What every new record takes from its account. */
import type { Ids } from '../ids';

export interface IdsAndClock {
	readonly ids: Ids;
	readonly clock: { now(): number };
}
