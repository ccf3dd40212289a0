/** The comparison with other Duo tools names only what exists. */
import { comparisons, coverageText, operationName, operationsOf, readCoverage } from '../../docs/coverage';

const rows = comparisons.flatMap(({ title, rows: given }) =>
  given.map(([theirs, ours]) => ({ title, theirs, ours })),
);
const namesOf = (title: string) =>
  rows.filter((row) => row.title === title).flatMap(({ theirs }) => theirs.split(', '));

test('every operation that is named exists', () => {
  const missing = rows
    .flatMap(({ ours }) => operationsOf(ours))
    .filter((path) => operationName(path) === undefined);
  expect([...new Set(missing)]).toEqual([]);
});

test('no row is empty', () => {
  for (const { theirs, ours } of rows) {
    expect(theirs.split(', ')).not.toContain('');
    if (typeof ours === 'object' && 'http' in ours) expect(ours.http).toMatch(/\w{3,} \w+/);
    else expect(operationsOf(ours)).not.toEqual([]);
  }
});

test('nothing is left out or counted twice', () => {
  for (const { title } of comparisons) expect(namesOf(title)).toEqual([...new Set(namesOf(title))]);
  expect(namesOf('Rewst')).toHaveLength(36);
  expect(
    comparisons.filter(({ title }) => title.includes('Python')).flatMap(({ title }) => namesOf(title)).length,
  ).toBeGreaterThan(150);
});

test('the written file is that of the code (npm run readme writes it)', () => {
  expect(readCoverage()).toBe(coverageText());
});
