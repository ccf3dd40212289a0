/** Every operation has samples that work, and each of its parameters stands in one of them. */
import { isDeepStrictEqual } from 'node:util';

import { askedFor, runSample, useBench, type Outcome } from './bench';
import { nameOf, places, samples, samplesOf, type Sample } from './samples';
import { propertyNames, slotsOf } from './slots';
import { newWorld, NOW, type World } from './world';

useBench();

/** What went wrong. Not to find what may or may not be there is an answer, too. */
const refused = ({ requests }: Outcome) =>
	requests.filter(({ method, status }) => status !== 200 && !(method === 'GET' && status === 404));

const named = (all: Sample[]) => all.map((sample) => [sample.name, sample] as const);

describe('a sample of', () => {
	it.each(named(samples))('%s works, and asks for the same again', async (_, sample) => {
		const outcome = await runSample(sample);

		expect(outcome.error).toBeUndefined();
		expect(refused(outcome)).toEqual([]);
		expect(outcome.requests).not.toEqual([]);
		expect(outcome.json).not.toEqual([]);
		expect(askedFor(await runSample(sample))).toEqual(askedFor(outcome));
	});

	const asking = samples.filter(({ parameters }) => 'timeout' in parameters);

	it.each(named(asking))('%s is answered before its time is up', async (_, sample) => {
		const { json } = await runSample(sample);

		expect(json).toMatchObject([
			sample.parameters.factor === 'sms' ? { approved: false } : { approved: true },
		]);
		expect(Date.now() - Date.parse(NOW)).toBeLessThanOrEqual(1000);
	});
});

it.each(named(samples))(
	'%s leaves everything as it was if its requests count as reading',
	async (_, sample) => {
		const { changing, world } = await runSample(sample);
		const isUntouched = isDeepStrictEqual(stateOf(world), stateOf(newWorld()));

		// Requests that change something may set what is set already.
		expect(isUntouched || changing.length > 0).toBe(true);
	},
);

/** What the accounts hold, without what only says how Duo got there. */
function stateOf({ tenant }: World): object {
	return [tenant.account, ...tenant.children.values()].map((account) =>
		Object.fromEntries(
			Object.entries(account).filter(
				([name]) => !['names', 'clock', 'ids', 'logs', 'transactions'].includes(name),
			),
		),
	);
}

it.each(places.map((place) => [nameOf(place), place] as const))(
	'each parameter of %s stands in a sample',
	(_, place) => {
		const standing = samplesOf(place).flatMap(slotsOf);
		const names = new Set(standing.map(({ propertyName }) => propertyName));

		expect(propertyNames(place.operation.properties).filter((name) => !names.has(name))).toEqual([]);
	},
);
