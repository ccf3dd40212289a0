/**
 * Whatever a resource locator can name is found by each of its names: in the mode for anything, in the strict
 * one, and as plain text.
 */
import type { INodeProperties } from 'n8n-workflow';

import { locator } from '../../support/locator';

import { askedFor, runSample, useBench } from './bench';
import { samples, type Sample } from './samples';
import { newWorld } from './world';

useBench();

/** By ID: what each mode of the locator calls the thing. */
const names = ((): Record<string, Record<string, string | null | undefined>> => {
	const world = newWorld();
	const { anna, trashed, staff, guests, phone, token, spareToken, policy, unit, child } = world;
	const admins = [world.admin, world.spareAdmin, world.pending, world.invited];
	return {
		...Object.fromEntries(
			[anna, trashed].map(({ user_id, username, email }) => [
				user_id,
				{ username, ...(email === '' ? {} : { email }) },
			]),
		),
		...Object.fromEntries([staff, guests].map(({ group_id, name }) => [group_id, { name }])),
		...Object.fromEntries(admins.map(({ admin_id, name, email }) => [admin_id, { name, email }])),
		...Object.fromEntries([token, spareToken].map(({ token_id, serial }) => [token_id, { serial }])),
		...Object.fromEntries([phone, world.sparePhone].map(({ phone_id, number }) => [phone_id, { number }])),
		[policy.policy_key]: { name: policy.policy_name },
		[unit.admin_unit_id]: { name: unit.name },
		[child.accountId]: { name: child.name },
		[world.application]: { name: 'Portal' },
		[world.spareApplication]: { name: 'Intranet' },
		[world.adminActivation.admin_activation_id]: { email: world.adminActivation.email },
		[world.endpoint.epkey]: { deviceName: world.endpoint.device_name },
		[world.registeredDevice.compkey]: { deviceName: world.registeredDevice.device_name },
		[world.blockedDevice.compkey]: { deviceName: world.blockedDevice.device_name },
		[world.desktopAuthenticator.dakey]: { deviceName: world.desktopAuthenticator.device_name },
		[world.sharedDeviceAuth.shared_device_key]: { name: world.sharedDeviceAuth.name },
		[world.webAuthn.webauthnkey]: { name: world.webAuthn.credential_name },
	};
})();

interface Case {
	sample: Sample;
	property: INodeProperties;
}

const cases = samples.flatMap((sample) =>
	sample.operation.properties
		.filter(({ type, name }) => type === 'resourceLocator' && sample.parameters[name] !== undefined)
		.map((property): [string, Case] => [`${sample.name}: ${property.displayName}`, { sample, property }]),
);

it.each(cases)('%s', async (_, { sample, property }) => {
	const { mode, value: id } = sample.parameters[property.name] as { mode: string; value: string };
	const byId = await runSample(sample);
	const strict = (property.modes ?? []).filter(({ name, type }) => type !== 'list' && name !== 'id');
	// A sample may name a thing that is yet to be made.
	if (mode !== 'id') return;

	const ofThing = names[id] ?? {};
	const known = strict.filter(({ name }) => ofThing[name] !== undefined);
	const isNamed = strict.length === 0 || known.length > 0;
	expect(isNamed).toBe(true);
	// Duo Auth finds nobody by e-mail address without a second credential: auth/findUser.test.ts.
	const usable = known.filter(({ name }) => !(sample.node === 'duoAuth' && name === 'email'));
	for (const { name } of usable) {
		const text = ofThing[name]!;
		for (const typed of [locator(name, text), locator('id', text), text]) {
			const byName = await runSample(sample, { path: [property.name], supply: { typed } });
			expect([name, byName.error?.message]).toEqual([name, undefined]);
			if (sample.node === 'duoAuth') continue;
			expect(askedFor({ requests: byName.changing })).toEqual(askedFor({ requests: byId.changing }));
			expect(byName.json).toEqual(byId.json);
		}
	}
});
