/** Pushes and calls that wait for somebody’s answer. */
import type { Phone, PhoneAnswer } from './records';

export type Outcome = 'approve' | 'deny' | 'fraud' | 'timeout' | 'fail';

interface OpenPrompt {
	phoneId: string;
	answerTimer?: NodeJS.Timeout;
	settle(outcome: Outcome): void;
}

/** Pushes and calls that wait on people's phones. */
export class Prompts {
	private readonly open = new Set<OpenPrompt>();
	private readonly timers = new Set<NodeJS.Timeout>();

	ask(phone: Phone, timeoutMs: number): Promise<Outcome> {
		return new Promise((resolve) => {
			const timeout = this.later(timeoutMs, () => {
				prompt.settle('timeout');
			});
			const prompt: OpenPrompt = {
				phoneId: phone.phone_id,
				settle: (outcome) => {
					this.cancel(timeout);
					this.cancel(prompt.answerTimer);
					this.open.delete(prompt);
					resolve(outcome);
				},
			};
			this.open.add(prompt);
			this.plan(prompt, phone.answer);
		});
	}

	/** The person changed their mind about prompts they have not answered yet. */
	answer(phoneId: string, answer: PhoneAnswer): void {
		for (const prompt of this.open) if (prompt.phoneId === phoneId) this.plan(prompt, answer);
	}

	close(): void {
		for (const timer of this.timers) clearTimeout(timer);
		this.timers.clear();
		this.open.clear();
	}

	private plan(prompt: OpenPrompt, { answer, afterMs }: PhoneAnswer): void {
		this.cancel(prompt.answerTimer);
		if (answer !== 'none')
			prompt.answerTimer = this.later(afterMs, () => {
				prompt.settle(answer);
			});
	}

	private later(ms: number, act: () => void): NodeJS.Timeout {
		const timer = setTimeout(() => {
			this.timers.delete(timer);
			act();
		}, ms);
		this.timers.add(timer);
		return timer;
	}

	private cancel(timer: NodeJS.Timeout | undefined): void {
		if (!timer) return;
		clearTimeout(timer);
		this.timers.delete(timer);
	}
}
