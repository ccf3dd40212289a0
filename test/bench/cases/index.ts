/** All cases of the benchmark, in the order of its report. */
import type { Case } from './Case';
import { exportGraph } from './exportGraph';
import { findDuplicatePhones } from './findDuplicatePhones';
import { getPhones } from './getPhones';
import { getUsers } from './getUsers';
import { pushes } from './pushes';
import { readLog } from './readLog';
import { resolveEmails, resolveUsernames } from './resolve';
import { setStatus1000, setStatus600 } from './setStatus';

export const cases: Case[] = [
	resolveUsernames,
	resolveEmails,
	findDuplicatePhones,
	getUsers,
	getPhones,
	setStatus600,
	setStatus1000,
	pushes,
	exportGraph,
	readLog,
];

export const caseNamed = (name: string): Case => cases.find((each) => each.name === name)!;
