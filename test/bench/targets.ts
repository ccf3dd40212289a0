/** What must be reached, as issue 5 has it. */
import { caseNamed } from './cases';
import { ROUND_TRIP } from './limits';
import type { ContenderName } from './messages';
import { failed, least, seconds, short, type Measured } from './report';

export interface Target {
	text: string;
	measured: string;
	isReached: boolean;
}

export function targetsOf(all: Measured[]): Target[] {
	const find = (name: string, contender: ContenderName, isLimited: boolean) =>
		all.find((run) => run.task.name === name && run.contender === contender && run.isLimited === isLimited);
	const targets: Target[] = [];
	const add = (text: string, runs: Array<Measured | undefined>, measure: () => [string, boolean]) => {
		// Only some cases may have been asked for.
		if (runs.includes(undefined)) return;
		const [measured, isReached] = measure();
		targets.push({ text, measured, isReached });
	};
	const faster = (name: string, isLimited: boolean, times: number, rivals: ContenderName[]) => {
		const ours = find(name, 'nodes', isLimited)!;
		for (const rival of rivals) {
			const theirs = find(name, rival, isLimited)!;
			const label = rival === 'sdk' ? 'the Node SDK' : 'the HTTP Request node';
			const limits = isLimited ? 'with' : 'without';
			add(
				`${caseNamed(name).title}, ${limits} limits: at least ${times} times faster than ${label}`,
				[ours, theirs],
				() => [`${short(seconds(theirs) / seconds(ours))} times`, seconds(theirs) / seconds(ours) >= times],
			);
		}
	};

	const usernames = find('resolveUsernames', 'nodes', false)!;
	add('Resolve 1,000 usernames: 10 calls', [usernames], () => [
		`${usernames.seen.calls} calls`,
		usernames.seen.calls === 10,
	]);
	faster('resolveUsernames', false, 20, ['httpRequest', 'sdk']);
	faster('resolveUsernames', true, 60, ['httpRequest', 'sdk']);

	const phones = find('findDuplicatePhones', 'nodes', false)!;
	add('Duplicates among 100,000 phones: 200 calls', [phones], () => [
		`${phones.seen.calls} calls`,
		phones.seen.calls === 200,
	]);
	faster('findDuplicatePhones', false, 3, ['httpRequest', 'sdk']);
	add('Duplicates among 100,000 phones: below 250 MB above idle', [phones], () => [
		`${short(phones.memory / 1e6)} MB`,
		phones.memory < 250e6,
	]);

	faster('getUsers', false, 1, ['httpRequest']);

	for (const name of ['setStatus600', 'setStatus1000']) {
		const status = find(name, 'nodes', true)!;
		add(`${caseNamed(name).title} under the limits: no failed item`, [status], () => [
			`${failed(status)} failed`,
			failed(status) === 0,
		]);
	}
	const status = find('setStatus600', 'nodes', true)!;
	add('Set the status of 600 users under the limits: within 1.15 of the least', [status], () => {
		const ratio = seconds(status) / least(status.task, true);
		return [ratio.toFixed(2), ratio <= 1.15];
	});

	const pushes = find('pushes', 'nodes', false)!;
	add('100 pushes: every outcome within one round trip plus 100 ms of its answer', [pushes], () => {
		const delays = Object.entries(pushes.heard).map(([txid, at]) => at - pushes.seen.answers[txid]!);
		return [`${short(Math.max(...delays))} ms at most`, Math.max(...delays) <= ROUND_TRIP + 100];
	});
	add('100 pushes: at most 4 questions for the status of each', [pushes], () => {
		const most = Math.max(...Object.values(pushes.seen.statusCalls));
		return [`${most} at most`, most <= 4];
	});
	return targets;
}
