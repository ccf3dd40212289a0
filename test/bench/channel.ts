/** Questions and answers between processes. */
import type { ChildProcess } from 'node:child_process';

interface Question {
	id: number;
	ask: string;
	given: unknown;
}

interface Answer {
	answers: number;
	value?: unknown;
	fault?: string;
}

type Services = Record<string, (given: never) => unknown>;

type Peer = ChildProcess | NodeJS.Process;

/** Answers what the process at the other end asks. */
export function serve(services: Services, peer: Peer = process): void {
	if (peer === process) process.once('disconnect', () => process.exit());
	(peer as ChildProcess).on('message', (message: Question) => {
		const service = services[message.ask];
		if (!service) return;
		const answer = (reply: Omit<Answer, 'answers'>) => peer.send!({ answers: message.id, ...reply });
		Promise.resolve()
			.then(() => service(message.given as never))
			.then((value) => answer({ value }))
			.catch((fault: unknown) => answer({ fault: fault instanceof Error ? fault.stack : String(fault) }));
	});
}

let questions = 0;

/** Asks the process at the other end. */
export async function ask<T>(peer: Peer, service: string, given?: unknown): Promise<T> {
	const id = ++questions;
	const child = peer as ChildProcess;
	return await new Promise((resolve, reject) => {
		const onExit = () => {
			reject(new Error(`A process of the benchmark ended while it was asked to ${service}`));
		};
		const onMessage = ({ answers, value, fault }: Answer) => {
			if (answers !== id) return;
			child.off('message', onMessage);
			child.off('exit', onExit);
			if (fault === undefined) resolve(value as T);
			else reject(new Error(fault));
		};
		child.on('message', onMessage);
		child.once('exit', onExit);
		peer.send!({ id, ask: service, given } satisfies Question);
	});
}
