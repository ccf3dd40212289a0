/** Tells test files, which run in processes of their own, where n8n is. */
import type { Tls } from '../../tenant';

/** What test files must know of the n8n that runs for all of them. */
export interface Announcement {
	url: string;
	userFolder: string;
	tls: Tls;
}

const VARIABLE = 'DUO_TEST_N8N';

/** Jest hands the environment on to the processes that run test files, and nothing else. */
export function announce(announcement: Announcement): void {
	process.env[VARIABLE] = JSON.stringify(announcement);
}

export function announced(): Announcement {
	const text = process.env[VARIABLE];
	if (text === undefined) throw new Error('No n8n is running; it is started by harness/globalSetup.ts');
	return JSON.parse(text) as Announcement;
}
