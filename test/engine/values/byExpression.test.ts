/** A right value that comes from the input item does the same as one that somebody has typed. */
import { askedFor, runSample, sameRequests, useBench } from './bench';
import { samples } from './samples';
import { slotsOf } from './slots';

useBench();

it.each(samples.map((sample) => [sample.name, sample] as const))('%s', async (_, sample) => {
	const typed = await runSample(sample);
	const faults: object[] = [];
	for (const { path, value, property } of slotsOf(sample)) {
		if (property.noDataExpression) continue;
		const supplied = await runSample(sample, { path, supply: { json: value } });
		if (!supplied.error && sameRequests(supplied, typed)) continue;
		faults.push({
			parameter: path.join('.'),
			error: supplied.error?.message,
			asked: askedFor(supplied),
			insteadOf: askedFor(typed),
		});
	}
	expect(faults).toEqual([]);
});
