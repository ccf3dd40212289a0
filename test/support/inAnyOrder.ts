/** For what the nodes do side by side: these and no others, in whatever order. */
export function inAnyOrder(expected: readonly unknown[]): unknown {
	const all = expect.arrayContaining([...expected]) as { asymmetricMatch(actual: unknown): boolean };
	return {
		asymmetricMatch: (actual: unknown) =>
			Array.isArray(actual) && actual.length === expected.length && all.asymmetricMatch(actual),
		toAsymmetricMatcher: () => `in any order: ${JSON.stringify(expected, null, 2)}`,
	};
}
