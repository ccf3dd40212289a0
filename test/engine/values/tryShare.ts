/** The tests of one share of the operations. */
import { readFileSync } from 'node:fs';

import { useBench } from './bench';
import { share, tryEveryValue, type Counts } from './everyValue';
import { row, sum, tableFile } from './table';

export function tryShare(index: number, of: number): void {
	useBench();
	const table = readFileSync(tableFile, 'utf8').split('\n');
	const tried: Counts[] = [];

	it.each(share(index, of))(
		'%s',
		async (name, place) => {
			const { counts, wrong } = await tryEveryValue(place);
			tried.push(counts);
			expect(wrong).toEqual([]);
			// If this is right and the table old, npm run values writes it anew.
			expect(table).toContain(row(name, counts));
		},
		120_000,
	);

	afterAll(() => {
		console.log(`Values taken/refused, of share ${index + 1} of ${of}: ${row('all', sum(tried))}`);
	});
}
