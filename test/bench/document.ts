/** docs/benchmark.md. */
import { cpus } from 'node:os';

import { LIMITS, ROUND_TRIP } from './limits';
import { caseTable, short, table, widthTable, type Measured } from './report';
import type { Target } from './targets';

interface Measurements {
	all: Measured[];
	/** The same case with different widths. */
	byWidth: Measured[];
	targets: Target[];
	/** That it took. */
	minutes: number;
}

export function document({ all, byWidth, targets, minutes }: Measurements): string {
	const free = all.filter(({ isLimited }) => !isLimited);
	const limited = all.filter(({ isLimited }) => isLimited);
	const waited = limited.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 60_000;
	return `# Benchmark

Written by \`npm run bench\` (${new Date().toISOString().slice(0, 10)}, Node.js ${process.versions.node}, ${cpus().length} processors), in
${short(minutes)} minutes. The simulated tenant is a process of its own; each contender runs each case in a fresh process, one after the other.

- **Round trip**: the tenant answers after ${ROUND_TRIP} ms. In life a new TLS connection costs two round trips more. n8n opens one for every
  call, for these nodes and for the HTTP Request node alike; the SDK keeps its connections. That is not simulated.
- **HTTP Request node**: n8n's own node with our credential, in n8n's engine. Items with its batching: ten every ${ROUND_TRIP} ms, the
  width of these nodes; under limits as many a minute as Duo takes, as somebody does who knows the limits. Lists with its built-in pagination, under
  limits with pauses. By default it sends the requests of all items at once: one case shows that, too.
- **Node SDK**: a program around the client of Duo's own Node.js SDK. Items go through a pool of ten, lists are read page after page, pushes all at
  once. At a limit it waits and repeats as it does by itself.
- **Limits** per minute: ${LIMITS.reads} reads, ${LIMITS.writes} writes, ${LIMITS.pages} further pages of lists, ${LIMITS.lists} lists, ${LIMITS.logs} pages of logs.
  The tenant takes a look-up by username or e-mail for a list. Nobody outside Duo knows exactly what counts as what.
- **Time under limits**: when a contender has no request under way and waits for nothing but a timer, the clocks of contender and tenant jump to
  the moment at which it rings. Round trips and work take their real time, so nothing but idle waiting is compressed, for all alike:
  ${short(waited)} minutes of the clock are in the second table. A fixed factor would have multiplied the cost of the processor, too.
- **Least**: the round trips of the fewest calls that do it, ten at once where they do not depend on each other; under limits also the full minutes
  after which Duo takes more. The calls of the first minute are free.
- **Failed items**: all that did not come out as they should. **Memory**: the most that the process ever had of the machine, garbage included,
  above what it had when idle. **CPU**: of the contender alone.

## Without limits

${caseTable(free)}

## Under Duo's limits

${limited.length > 0 ? caseTable(limited) : ''}

## What must be reached

${table(
	['Target', 'Measured', 'Reached'],
	targets.map(({ text, measured, isReached }) => [text, measured, isReached ? 'yes' : '**no**']),
)}

## How many requests side by side

1,000 phones by ID, one call each, with “Requests Side by Side” at different values.

${byWidth.length > 0 ? widthTable(byWidth) : ''}
`;
}

const BEGIN = '<!-- benchmark: begin (written by npm run bench) -->';
const END = '<!-- benchmark: end -->';

/** The README's text with this table. */
export function withSummary(readme: string, summary: string): string {
	const [before, rest = ''] = readme.split(BEGIN);
	const [, after] = rest.split(END);
	if (before === undefined || after === undefined)
		throw new Error('The README has no place for the benchmark');
	return `${before}${BEGIN}\n\n${summary}\n\n${END}${after}`;
}
