/** Tries every parameter of every operation with every value of `trials.ts`, and tells what was wrong. */
import { askedFor, runSample, sameRequests, type Outcome } from './bench';
import { nameOf, places, samplesOf, type Place, type Sample } from './samples';
import { slotsOf, type Slot } from './slots';
import { kinds, trialsOf, type Kind, type Trial } from './trials';

/** How many values an operation took, and how many it refused. */
export type Counts = Record<Kind, { accepted: number; refused: number }>;

export interface Report {
	counts: Counts;
	wrong: object[];
}

/** The operations of one of several shares, so that several processes can work. */
export function share(index: number, of: number): Array<readonly [string, Place]> {
	return places.filter((_, at) => at % of === index).map((place) => [nameOf(place), place] as const);
}

export async function tryEveryValue(place: Place): Promise<Report> {
	const counts = Object.fromEntries(kinds.map((kind) => [kind, { accepted: 0, refused: 0 }])) as Counts;
	const wrong: object[] = [];
	const tried = new Set<string>();
	for (const sample of samplesOf(place)) {
		const right = await runSample(sample);
		for (const slot of slotsOf(sample)) {
			if (slot.property.noDataExpression) continue;
			// A further sample of the operation need not try again what the first one has tried.
			const isFirst = !tried.has(slot.path.join('.'));
			tried.add(slot.path.join('.'));
			for (const trial of isFirst ? trialsOf(slot) : trialsOf(slot).slice(0, 1)) {
				const outcome = await runSample(sample, { path: slot.path, supply: trial.supply });
				counts[trial.kind][outcome.error ? 'refused' : 'accepted']++;
				const fault = await faultOf({ sample, slot, trial, right, outcome });
				if (fault) wrong.push(describe(slot, trial, fault, outcome));
			}
		}
	}
	return { counts, wrong };
}

interface Case {
	sample: Sample;
	slot: Slot;
	trial: Trial;
	/** With the right value. */
	right: Outcome;
	outcome: Outcome;
}

async function faultOf(tried: Case): Promise<string | undefined> {
	const { sample, slot, trial, right, outcome } = tried;
	const { expected } = trial;
	if (outcome.error) {
		if (typeof expected === 'object' && expected.as !== slot.value) {
			// The value may be wrong for this parameter however it comes, e.g. out of its limits.
			const typed = await runSample(sample, { path: slot.path, supply: { typed: expected.as } });
			if (!typed.error) return 'is refused although the same is taken when it is typed';
		} else if (typeof expected === 'object') return 'is refused although it is right';
		return refusalFault(slot, outcome);
	}
	const leak = leakIn(outcome);
	if (leak) return `puts ${leak} into a request`;
	if (typeof expected === 'object') {
		const wanted =
			expected.as === slot.value
				? right
				: await runSample(sample, { path: slot.path, supply: { typed: expected.as } });
		return sameRequests(outcome, wanted) ? undefined : 'asks for something else than the right value does';
	}
	if (expected === 'refused') return 'is taken';
	// What names a user goes into one parameter or another.
	return differences(right, outcome) <= 2 ? undefined : 'changes more than its own part of the requests';
}

/**
 * A refusal changes nothing, though Duo may have refused to, is short, and says which parameter it is about,
 * or repeats the value that names nothing.
 */
function refusalFault({ property }: Slot, { error, changing }: Outcome): string | undefined {
	const text = `${error?.message} ${error?.description ?? ''}`;
	if (changing.some(({ status }) => status < 400)) return 'is refused after something was changed';
	if (text.length > 1200) return 'is refused with a message that is far too long';
	if (/m{81}/.test(text)) return 'is quoted at length';
	const isNamed =
		text.includes(property.displayName) || /“[^”]{1,80}”|'[^']{1,80}'/.test(error?.message ?? '');
	return isNamed ? undefined : 'is refused without the name of the parameter';
}

/** What must never be in a request. */
function leakIn({ requests }: Outcome): string | undefined {
	const sent = JSON.stringify(requests.map(({ path, params }) => [path, params]));
	return [/"undefined"|=undefined/, /"null"/, /\[object Object\]/, /NaN|Infinity/, /[\u200b\u202c]/, /m{81}/]
		.find((pattern) => pattern.test(sent))
		?.toString();
}

/** In how many parameters the changes of two runs differ; in infinitely many, when they are other changes. */
function differences(a: Outcome, b: Outcome): number {
	const shape = ({ changing }: Outcome) => changing.map(({ method, host }) => `${method} ${host}`).join();
	if (shape(a) !== shape(b)) return fewer(a, b) ? 1 : Infinity;
	const names = new Set<string>();
	a.changing.forEach((request, index) => {
		const other = b.changing[index]!;
		if (request.path !== other.path) names.add('path');
		for (const name of new Set([...Object.keys(request.params), ...Object.keys(other.params)])) {
			if (JSON.stringify(request.params[name]) !== JSON.stringify(other.params[name])) names.add(name);
		}
	});
	return names.size;
}

/** What says nothing may spare changes. */
function fewer(a: Outcome, b: Outcome): boolean {
	const changing = (outcome: Outcome) => askedFor({ requests: outcome.changing });
	return changing(b).every((request) => changing(a).includes(request));
}

function describe(
	{ path }: Slot,
	{ kind, supply, expected }: Trial,
	fault: string,
	outcome: Outcome,
): object {
	const shown = JSON.stringify(supply).slice(0, 80);
	return {
		parameter: path.join('.'),
		kind,
		fault,
		supply: shown,
		expected,
		error: outcome.error?.message.slice(0, 150),
		asked: askedFor(outcome).map((request) => request.slice(0, 250)),
	};
}
