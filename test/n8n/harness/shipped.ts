/** Calls the shipped workflows, and sees to it that the test files between them leave none out. */
import type { Phone, PhoneAnswer, User } from '../../tenant';

import { Stage } from './Stage';
import { readShipped, shippedWorkflows } from './workflows';

/** Which test file calls which of them. */
const bySubject = {
	usersAndPhones: [
		'associate-phone',
		'enroll-user',
		'find-duplicate-phone',
		'remove-phone-of-user',
		'retrieve-user-id',
	],
	pushesAndReports: [
		'call-any-duo-endpoint',
		'check-push-status',
		'report-child-account-users',
		'send-push',
		'tell-security-alerts',
		'verify-user',
	],
};

/** For one test file: n8n with a tenant, and the workflows of its subject. */
export function useShipped(subject: keyof typeof bySubject) {
	let stage: Stage;
	const called = new Set<string>();
	beforeAll(async () => {
		stage = await Stage.open();
	});
	afterAll(async () => {
		await stage.close();
	});

	return {
		get stage(): Stage {
			return stage;
		},
		/** The workflow, which is counted as called. */
		read(name: string) {
			called.add(name);
			return readShipped(name);
		},
		async call(name: string, ...inputs: Parameters<Stage['call']>[1]) {
			return await stage.call(this.read(name), inputs);
		},
		/** A person with an activated phone. */
		person(
			username: string,
			number: string,
			answer: PhoneAnswer['answer'] = 'approve',
		): { user: User; phone: Phone } {
			const user = stage.tenant.addUser({ username, email: `${username}@example.com` });
			const phone = stage.tenant.addPhone({
				number,
				users: [user.user_id],
				answer: { answer, afterMs: 300 },
			});
			return { user, phone };
		},
		/** Of this subject all, and of those that there are none without a subject. */
		expectAllCalled(): void {
			expect([...called].sort()).toEqual(bySubject[subject]);
			expect(Object.values(bySubject).flat().sort()).toEqual(shippedWorkflows);
			expect(new Set(stage.tenant.requests.map(({ signature }) => signature))).toEqual(new Set(['v5']));
		},
	};
}
