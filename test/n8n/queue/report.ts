/** How often each value is there. */
export function tally(values: (string | number)[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
	return counts;
}

export const round = (seconds: number) => Math.round(seconds);
