/** The states of a login, in Duo’s words. */
import type { AuthState } from './transaction';

const state = (result: AuthState['result'], status: string, status_msg: string): AuthState => ({
	result,
	status,
	status_msg,
});

/** Every state of a login that Duo reports. */
export const states = {
	approved: state('allow', 'allow', 'Success. Logging you in...'),
	// unconfirmed: the words for a bypass user
	bypass: state('allow', 'bypass', 'Success. Logging you in...'),
	denied: state('deny', 'deny', 'Login request denied.'),
	timeout: state('deny', 'timeout', 'Login timed out.'),
	wrongPasscode: state('deny', 'deny', 'Incorrect passcode. Please try again.'),
	noKey: state('deny', 'deny', 'No keypress detected. Please try again.'),
	sent: state('deny', 'sent', 'New SMS passcodes sent.'),
	// unconfirmed: the words when a push or a call does not get through
	pushFailed: state('deny', 'push_failed', 'Could not push the login request to your device.'),
	callFailed: state('deny', 'call_failed', 'Could not call your phone.'),
	// unconfirmed: the words for a fraud report, a lockout and a disabled user
	fraud: state('deny', 'fraud', 'Login request reported as fraudulent.'),
	lockedOut: state('deny', 'locked_out', 'Your account has been locked out.'),
	disabled: state('deny', 'deny', 'Your account is disabled.'),
	pushed: state('waiting', 'pushed', 'Pushed a login request to your device...'),
	// unconfirmed: the words while a call is made
	calling: state('waiting', 'calling', 'Dialing your phone...'),
	answered: state('waiting', 'answered', 'Press any key on your phone to log in.'),
};

export const verifiedPushed = (code: string): AuthState => ({
	...states.pushed,
	status_msg: `Please enter verification code ${code} into Duo Mobile...`,
});
