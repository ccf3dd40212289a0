/** Writes what is frozen, as it is now. Started by `npm run freeze`. */
import { writeFileSync } from 'node:fs';

import { useOwnClock } from '../support/clock';

import { parametersFile, stateFile, states } from './files';
import { storedParameters } from './parameters';
import { Scene } from './stories';

useOwnClock();

test('parameters', () => {
	writeFileSync(parametersFile, storedParameters());
});

test.each(states)('state of %s', async (name, { story }) => {
	const scene = await Scene.play(story);
	writeFileSync(stateFile(name), `${JSON.stringify({ story, state: scene.state() }, null, 2)}\n`);
	await scene.tenant.stop();
});
