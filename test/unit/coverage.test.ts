/** The comparison with other Duo tools names only what exists. */
import { comparisons } from '../../scripts/comparisons';
import { coverageText, operationName, operationsOf, readCoverage } from '../../scripts/coverage';

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

test('the Python client is credited with none of the Ruby client’s names', () => {
	const python = comparisons
		.filter(({ title }) => title.includes('Python client:'))
		.flatMap(({ title }) => namesOf(title));
	const rubyOnly = [
		...['bulk_add_users', 'bulk_create_users', 'bulk_operations', 'get_desktop_authenticators'],
		...['get_desktop_authenticators_generator', 'get_custom_branding', 'get_draft_custom_branding'],
		'get_custom_messaging',
	];
	expect(python.filter((name) => rubyOnly.includes(name))).toEqual([]);
});

test('the written file is that of the code (npm run readme writes it)', () => {
	expect(readCoverage()).toBe(coverageText());
});
