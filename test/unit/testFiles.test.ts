/** Whoever opens a file of the tests reads on its first line what it is for. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const files = globSync('{test,scripts}/**/*.ts', {
	cwd: root,
	exclude: (path) => path.endsWith('node_modules'),
});

test('every file begins with its purpose', () => {
	expect(files.length).toBeGreaterThan(300);
	expect(files.filter((file) => !/^\/\*\*\s+\S/.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});
