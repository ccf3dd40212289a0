/** The README’s tables are those of the code, and the commands that it names exist. */
import { readFileSync } from 'node:fs';

import manifest from '../../package.json';
import { readmeFile, withTables } from '../../scripts/operationsTable';

const readme = readFileSync(readmeFile, 'utf8');

test('the tables of operations are those of the code (npm run readme writes them)', () => {
	expect(readme).toBe(withTables(readme));
	expect(readme).toContain('| Phone | Associate |');
});

test('every command that the README names exists', () => {
	const named = [...readme.matchAll(/npm run ([a-z0-9:]+)/g)].map(([, name]) => name);
	expect(named.length).toBeGreaterThan(2);
	expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(named));
});
