/** All comparisons, in the order of docs/coverage.md. */
import type { Comparison } from './Comparison';
import { jupiterOne, rewst } from './otherProducts';
import { pythonAdmin } from './pythonAdmin';
import { pythonAccounts, pythonAuth } from './pythonOthers';
import { rubyAdmin } from './rubyAdmin';

export const comparisons: readonly Comparison[] = [
	pythonAdmin,
	rubyAdmin,
	pythonAccounts,
	pythonAuth,
	rewst,
	jupiterOne,
];
