import { isoTimes } from '../../../shared/duo/duoTime';
import { changes, named } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { DuoApiError } from '../../../shared/errors/DuoApiError';
import { InputError } from '../../../shared/errors/InputError';
import { quoted } from '../../../shared/errors/quoted';
import { toError } from '../../../shared/errors/toError';
import { allowLookAlikesField } from '../../../shared/parameters/newName';

export const enroll: ItemOperation = {
	name: 'Enroll New User',
	value: 'enroll',
	action: 'Enroll new user with activation code',
	description:
		'Create a user with one phone and get a link and QR code that activate Duo Mobile on it. For users who exist already, or to have Duo send an e-mail, use Duo Admin → User → Enroll by Email or Link.',
	permissions: [],
	concurrency: changes(named('username')),
	properties: [
		{
			displayName: 'Username',
			name: 'username',
			type: 'string',
			required: true,
			placeholder: 'e.g. jdoe',
			default: '',
		},
		{
			displayName: 'Valid For (Seconds)',
			name: 'validSecs',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 86400,
			description: 'How long the activation can be used; 86400 seconds are one day',
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [allowLookAlikesField()],
		},
	],

	async run({ params, duo }) {
		const username = params.newName('username', params.collection('options'));
		const validSecs = params.number('validSecs');
		const terms = { username, valid_secs: validSecs };
		const enrolled = await duo.post<object>('/auth/v2/enroll', terms).catch((fault: unknown) => {
			throw isUsernameRefused(fault) ? refused(username, fault) : toError(fault);
		});
		return { ...enrolled, ...isoTimes(enrolled, ['expiration']) };
	},
};

function isUsernameRefused(fault: unknown): fault is DuoApiError {
	return fault instanceof DuoApiError && /^username\b/.test(fault.detail);
}

/** Duo says that the name is taken, or names no more than the parameter. */
function refused(username: string, fault: DuoApiError): InputError {
	const isTaken = fault.detail.includes('already exists');
	return new InputError(
		isTaken
			? `Duo already has a user ${quoted(username)}`
			: `Duo does not accept the username ${quoted(username)}`,
		`${isTaken ? 'This operation makes new users only.' : 'Check the name.'} Duo says: ${fault.duoSays}.`,
	);
}
