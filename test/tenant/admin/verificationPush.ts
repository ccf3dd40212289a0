/** Admin API: a push that shows a code, to verify who a user is. */
import { invalid, notFound } from '../http/errors';
import { resource, type Call } from '../http/router';
import { capabilitiesOf } from '../model/phones';
import type { Outcome } from '../model/prompts';

import { userAt } from './lookup';

/** How long Duo can be asked for the answer. */
const keptSeconds = 120;

export interface VerificationPush {
	push_id: string;
	user_id: string;
	result: 'waiting' | 'approve' | 'deny' | 'fraud' | 'unknown error';
	sent: number;
}

export const verificationPushRoutes = [
	resource.post('/admin/v1/users/:user/send_verification_push', send),
	resource.get('/admin/v1/users/:user/verification_push_response', response),
];

function send(call: Call) {
	const { account, tenant } = call;
	const user = userAt(call);
	const phone = account.phones.get(call.params.required('phone_id'));
	// unconfirmed: how Duo refuses a phone that is not the user's or has no push
	if (!phone || !user.phones.includes(phone.phone_id) || !capabilitiesOf(phone).includes('push')) {
		throw invalid('phone_id');
	}
	const push: VerificationPush = {
		push_id: account.ids.uuid(),
		user_id: user.user_id,
		result: 'waiting',
		sent: tenant.now(),
	};
	account.verificationPushes.set(push.push_id, push);
	void tenant.prompts.ask(phone, tenant.options.pushTimeoutMs).then((outcome) => {
		push.result = resultOf(outcome);
	});
	return { push_id: push.push_id, confirmation_code: account.ids.digits(6) };
}

function resultOf(outcome: Outcome): VerificationPush['result'] {
	// unconfirmed: that an unanswered push stays waiting until it is forgotten
	if (outcome === 'timeout') return 'waiting';
	// unconfirmed: what brings about "unknown error"
	return outcome === 'fail' ? 'unknown error' : outcome;
}

function response(call: Call) {
	const user = userAt(call);
	const push = call.account.verificationPushes.get(call.params.required('push_id'));
	const known = push && push.user_id === user.user_id && call.tenant.now() - push.sent <= keptSeconds;
	if (!known) throw notFound();
	return { push_id: push.push_id, result: push.result };
}
