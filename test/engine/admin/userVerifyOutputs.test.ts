/** User → Verify by Push with an output for each outcome. */
import type { INodeParameters } from 'n8n-workflow';

import { locator } from '../../support/locator';
import { useTenant, type RunOptions } from '../../support/useTenant';
import type { PhoneAnswer } from '../../tenant';

const duo = useTenant();

/** Verifies the users whom the items name. */
const verify = async (usernames: string[], parameters: INodeParameters = {}, run: RunOptions = {}) =>
	await duo.admin(
		'user',
		'verifyByPush',
		{ user: locator('username', '={{ $json.who }}'), ...parameters },
		{ items: usernames.map((who) => ({ who })), ...run },
	);

/** A user with a phone that answers like this. */
function addUser(username: string, answer: PhoneAnswer['answer'] = 'approve', afterMs = 100) {
	const { user_id } = duo.tenant.addUser({ username });
	const { phone_id } = duo.tenant.addPhone({ users: [user_id], answer: { answer, afterMs } });
	return { user_id, phone_id };
}

describe('verify with separate outputs', () => {
	const addUsers = () => {
		addUser('zoe');
		addUser('ben', 'deny');
		duo.tenant.addUser({ username: 'kim' });
		addUser('ada');
	};
	const usernames = ['nobody', 'zoe', 'ben', 'kim', 'ada'];
	const separateOutputs = true;

	it('gives the first output approved users only, and never a failed item', async () => {
		addUsers();

		const { outputs } = await verify(usernames, { separateOutputs }, { onError: 'continueRegularOutput' });

		expect(
			outputs.map((output) => output.map(({ json, pairedItem }) => [pairedItem, json.outcome ?? json.error])),
		).toEqual([
			[
				[{ item: 1 }, 'approved'],
				[{ item: 4 }, 'approved'],
			],
			[
				[{ item: 0 }, 'No user in Duo has the username or alias “nobody”'],
				[{ item: 2 }, 'denied'],
				[{ item: 3 }, 'noDevice'],
			],
		]);
	});

	it('keeps failed items out of both when n8n’s error output is switched on', async () => {
		addUsers();

		const { outputs } = await verify(usernames, { separateOutputs }, { onError: 'continueErrorOutput' });

		expect(outputs.map((output) => output.map(({ json }) => json.username ?? json.error))).toEqual([
			['zoe', 'ada'],
			['ben', 'kim'],
			['No user in Duo has the username or alias “nobody”'],
		]);
	});

	it('gives nobody to the first output when the run stops at an error', async () => {
		addUsers();

		const { outputs, error } = await verify(usernames, { separateOutputs });

		expect(error).toMatchObject({ context: { itemIndex: 0 } });
		expect(outputs.flat()).toEqual([]);
	});
});
