/** Writes docs/tried-values.md, as it is now. Started by `npm run values`. */
import { writeFileSync } from 'node:fs';

import { useBench } from './bench';
import { share, tryEveryValue, type Counts } from './everyValue';
import { page, tableFile } from './table';

useBench();

test('table', async () => {
	const all: Array<[string, Counts]> = [];
	for (const [name, place] of share(0, 1)) {
		const { counts, wrong } = await tryEveryValue(place);
		expect([name, wrong]).toEqual([name, []]);
		all.push([name, counts]);
	}
	writeFileSync(tableFile, page(all));
}, 1_200_000);
