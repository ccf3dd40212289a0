/** What workflows and credentials store stays as it is. */
import { readFileSync } from 'node:fs';

import { expectSame, parametersFile } from '../frozen/files';
import { storedParameters } from '../frozen/parameters';

test('the stored parameters are those that are frozen (npm run freeze writes them)', () => {
	const now = storedParameters();
	expect(now).toContain('duoAdmin user setStatus.status: value "bypass"');
	expectSame('What workflows store', readFileSync(parametersFile, 'utf8'), now);
});
