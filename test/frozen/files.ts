/** What is frozen, and what is said when it changes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { FrozenState } from './stories';

export const parametersFile = join(__dirname, 'parameters.txt');

const statesFolder = join(__dirname, 'states');
export const stateFile = (name: string): string => join(statesFolder, `${name}.json`);

/** One for each source of the trigger, and one of a parent account. */
export const states: Array<[string, FrozenState]> = readdirSync(statesFolder)
	.map((file) => file.replace('.json', ''))
	.map((name) => [name, JSON.parse(readFileSync(stateFile(name), 'utf8')) as FrozenState]);

export const WHAT_TO_DO = `
Workflows of users store this. Until the release candidate it may change, by a commit of its own that says why
(npm run freeze); from then on never: a new parameter or value may be added, nothing may be renamed or removed.`;

/** @throws when the texts differ, with the lines that do. */
export function expectSame(what: string, frozen: string, now: string): void {
	const [before, after] = [frozen.split('\n'), now.split('\n')];
	const known = { before: new Set(before), after: new Set(after) };
	const changes = [
		...before.filter((line) => !known.after.has(line)).map((line) => `- ${line}`),
		...after.filter((line) => !known.before.has(line)).map((line) => `+ ${line}`),
	];
	if (frozen !== now) throw new Error(`${what} changed:\n${changes.join('\n')}\n${WHAT_TO_DO}`);
}
