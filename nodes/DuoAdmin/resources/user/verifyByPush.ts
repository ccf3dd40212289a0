import type { Duo } from '../../../shared/duo/Duo';
import { path } from '../../../shared/duo/path';
import { wait } from '../../../shared/duo/wait';
import { waitsForPeople } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { DuoApiError } from '../../../shared/errors/DuoApiError';
import { toError } from '../../../shared/errors/toError';
import {
	separateOutputsField,
	isApproved,
	verdict,
	type VerificationOutcome,
} from '../../../shared/operations/verification';
import type { DuoPhone } from '../../duoObjects';
import { phoneAmong, phoneField, phonesOf, readPhone } from '../../references/phone';
import { findUser, userField } from '../../references/user';
import { users } from '../../references/users';

interface PushReply {
	push_id: string;
	/** Shown on the phone too, so that both sides can compare. */
	confirmation_code?: string;
}

interface PushState {
	/** `approve`, `deny`, `fraud`, `waiting`; scripts of others have seen more, e.g. `unknown error`. */
	result: string;
}

/** Milliseconds between two looks; Duo keeps the answer for 120 seconds. */
const PAUSE = 2000;

/**
 * Of all items of a run together: Duo answers about 300 such questions a minute, by a public statement of its
 * staff.
 */
const BETWEEN_LOOKS = 250;

export const verifyByPush: ItemOperation = {
	name: 'Verify by Help Desk Push',
	value: 'verifyByPush',
	action: 'Verify user by help desk push',
	description:
		'Send a verification push to a user’s phone and wait for the answer, e.g. to be sure who is calling the help desk. For other factors and the policies of an application, use Duo Auth → Verify.',
	permissions: ['readResource', 'writeResource'],
	concurrency: waitsForPeople(users),
	firstOutputTakes: isApproved,
	properties: [
		...userField(),
		{
			displayName: 'Push To',
			name: 'pushTo',
			type: 'options',
			options: [
				{ name: 'First Phone With Duo Mobile', value: 'first' },
				{ name: 'Phone of Your Choice', value: 'chosen' },
			],
			default: 'first',
		},
		...phoneField().map((field) => ({
			...field,
			displayOptions: { show: { pushTo: ['chosen'] } },
		})),
		{
			displayName: 'Wait At Most (Seconds)',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 110 },
			default: 65,
			description: 'After that the outcome is timedOut',
		},
		separateOutputsField(),
	],

	async run(call) {
		const { params, duo } = call;
		const seconds = params.number('timeout');
		const reference = params.choice('pushTo') === 'chosen' ? readPhone(params) : undefined;
		const user = await findUser(call);
		const phones = user.phones ?? (await phonesOf(duo, user));
		const phone = reference ? phoneAmong(phones, reference, user) : phones.find(takesPush);

		const { user_id, username } = user;
		if (!phone || !takesPush(phone)) return { ...verdict('noDevice'), user_id, username };

		const { phone_id } = phone;
		const push = await duo.post<PushReply>(path`/admin/v1/users/${user_id}/send_verification_push`, {
			phone_id,
		});
		const result = await answerTo(duo, user_id, push.push_id, Date.now() + seconds * 1000);
		const { push_id, confirmation_code } = push;
		return {
			...verdict(outcomeOf(result)),
			...(result === undefined ? {} : { result }),
			user_id,
			username,
			phone_id,
			push_id,
			confirmation_code,
		};
	},
};

function takesPush({ capabilities }: DuoPhone): boolean {
	return capabilities?.includes('push') === true;
}

/**
 * Duo's word for the answer: `waiting` when there is none at the deadline, nothing when Duo has forgotten the
 * push.
 */
async function answerTo(
	duo: Duo,
	userId: string,
	pushId: string,
	deadline: number,
): Promise<string | undefined> {
	const pace = await duo.cache.once('pace of looks', async () => await Promise.resolve({ nextLook: 0 }));
	while (Date.now() < deadline) {
		const now = Date.now();
		const look = Math.min(Math.max(now + PAUSE, pace.nextLook), deadline);
		pace.nextLook = look + BETWEEN_LOOKS;
		await wait(look - now, duo.cancelled);
		const result = await lookAt(duo, userId, pushId);
		if (result !== 'waiting') return result;
	}
	return 'waiting';
}

async function lookAt(duo: Duo, userId: string, pushId: string): Promise<string | undefined> {
	try {
		const state = await duo.get<PushState>(path`/admin/v1/users/${userId}/verification_push_response`, {
			push_id: pushId,
		});
		return state.result;
	} catch (fault) {
		// Duo forgets a push two minutes after it was answered or ran out.
		if (fault instanceof DuoApiError && fault.status === 404) return undefined;
		throw toError(fault);
	}
}

function outcomeOf(result = 'waiting'): VerificationOutcome {
	return outcomes.get(result) ?? 'failed';
}

const outcomes = new Map<string, VerificationOutcome>([
	['approve', 'approved'],
	['deny', 'denied'],
	['fraud', 'fraud'],
	['waiting', 'timedOut'],
]);
