/** Auth API: a login, in one call or in the background. */
import { invalid, noChangeYet } from '../http/errors';
import { routes, type Call } from '../http/router';
import type { Outcome } from '../model/prompts';
import type { Phone, User } from '../model/records';

import { chooseDevice, type Factor } from './devices';
import { usePasscode } from './passcodes';
import { effectiveStatus, namedUser } from './people';
import { states, verifiedPushed } from './states';
import { Transaction, type AuthState } from './transaction';

const auth = routes(undefined, undefined);
const factors = ['auto', 'push', 'phone', 'sms', 'passcode'] as const;

export const authRoutes = [auth.post('/auth/v2/auth', start), auth.get('/auth/v2/auth_status', status)];

async function start(call: Call) {
	const { account, params, tenant } = call;
	const user = namedUser(call);
	if (!user) throw invalid(params.has('user_id') ? 'user_id' : 'username');
	tenant.rateLimits.checkUser(account.accountId, user.user_id);
	const factor = params.oneOf('factor', factors);
	if (!factor) params.required('factor');
	const inBackground = params.flag('async');
	const transaction = begin(call, user, factor ?? 'auto');
	account.transactions.set(transaction.txid, transaction);
	return inBackground ? { txid: transaction.txid } : transaction.final();
}

async function status({ account, params, tenant }: Call) {
	const transaction = account.transactions.get(params.required('txid'));
	// unconfirmed: how an unknown txid is refused
	if (!transaction) throw invalid('txid');
	const state = await transaction.status(tenant.options.longestHoldMs);
	// unconfirmed: after how long, and whether there is a detail
	if (!state) throw noChangeYet();
	return { ...state, auth_delayed: false };
}

function begin(call: Call, user: User, factor: (typeof factors)[number]): Transaction {
	// unconfirmed: that a login carries on with the txid it was given, whatever it is
	const txid = call.params.text('txid') || call.account.ids.uuid();
	const settled = (state: AuthState) => new Transaction(txid, remember(call, user, state));
	const userStatus = effectiveStatus(call.account, user);
	if (userStatus === 'bypass') return settled(states.bypass);
	if (userStatus === 'locked out') return settled(states.lockedOut);
	if (userStatus !== 'active') return settled(states.disabled);
	if (factor === 'passcode') {
		const right = usePasscode(call.account, user, call.params.required('passcode'), call.tenant.now());
		return settled(right ? states.approved : states.wrongPasscode);
	}
	const device = chooseDevice(call, user, factor);
	if (device.factor === 'sms') return settled(sendCodes(call, device.phone));
	return prompt(call, user, device.phone, device.factor, txid);
}

/** Sends the push or makes the call, and ends the transaction when the person has reacted. */
function prompt(
	call: Call,
	user: User,
	phone: Phone,
	factor: Exclude<Factor, 'sms'>,
	txid: string,
): Transaction {
	const { account, tenant } = call;
	const code = account.verificationCodes.get(txid);
	const first = factor === 'phone' ? states.calling : code ? verifiedPushed(code) : states.pushed;
	const transaction = new Transaction(txid, first);
	void tenant.prompts.ask(phone, tenant.options.pushTimeoutMs).then((outcome) => {
		if (factor === 'phone' && outcome !== 'timeout' && outcome !== 'fail')
			transaction.change(states.answered);
		transaction.change(remember(call, user, endOf(factor, outcome)));
	});
	return transaction;
}

function endOf(factor: 'push' | 'phone', outcome: Outcome): AuthState {
	if (outcome === 'approve') return states.approved;
	if (outcome === 'fraud') return states.fraud;
	// unconfirmed: that it ends the login; push_failed was seen while one was waiting
	if (outcome === 'fail') return factor === 'push' ? states.pushFailed : states.callFailed;
	if (factor === 'phone') return states.noKey;
	return outcome === 'timeout' ? states.timeout : states.denied;
}

/** Ten new codes; the ones of the text before are void. */
function sendCodes({ account }: Call, phone: Phone): AuthState {
	phone.smsPasscodes = Array.from({ length: 10 }, () => account.ids.digits(7));
	phone.sms_passcodes_sent = true;
	return states.sent;
}

function remember({ account, tenant }: Call, user: User, state: AuthState): AuthState {
	if (state.result !== 'allow') return state;
	user.last_login = tenant.now();
	if (!tenant.options.rememberedDevices) return state;
	const trusted_device_token = account.ids.secret();
	account.trustedDevices.set(trusted_device_token, user.user_id);
	return { ...state, trusted_device_token };
}
