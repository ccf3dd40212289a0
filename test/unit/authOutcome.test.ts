/** What each answer of Duo’s to a login means for a workflow. */
import { report, type AuthStatus } from '../../nodes/DuoAuth/resources/authentication/shared/authStatus';

const outcome = (result: string, status: string) => report({ result, status, status_msg: 'x' } as AuthStatus);

test.each([
	['allow', 'allow', 'approved'],
	['allow', 'bypass', 'bypassed'],
	['allow', 'a word of next year', 'bypassed'],
	['deny', 'deny', 'denied'],
	['deny', 'fraud', 'fraud'],
	['deny', 'locked_out', 'lockedOut'],
	['deny', 'sent', 'passcodesSent'],
	['deny', 'timeout', 'timedOut'],
	['deny', 'push_failed', 'failed'],
	['deny', 'call_failed', 'failed'],
	['deny', 'allow', 'refused'],
	['deny', 'a word of next year', 'refused'],
	['deny', 'constructor', 'refused'],
	['waiting', 'pushed', 'timedOut'],
	['waiting', 'calling', 'timedOut'],
	['waiting', 'answered', 'timedOut'],
	['waiting', 'push_failed', 'failed'],
	['waiting', 'allow', 'timedOut'],
	['a word of next year', 'allow', 'failed'],
])('%s with the status %s is the outcome %s', (result, status, expected) => {
	expect(outcome(result, status)).toEqual({
		approved: expected === 'approved',
		outcome: expected,
		result,
		status,
		status_msg: 'x',
	});
});
