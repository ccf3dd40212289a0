/** The packed package, unpacked into a folder of its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { tarball, unpack } from '../n8n/harness/tarball';

/** A folder for one test file, and what takes it away again. */
export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
	const path = await mkdtemp(join(tmpdir(), 'duo-package-'));
	return {
		path,
		remove: async () => {
			await rm(path, { recursive: true, force: true });
		},
	};
}

/** The packed package, unpacked into a folder of this name. */
export async function unpackInto(folder: string): Promise<string> {
	await unpack(await tarball(), folder);
	return folder;
}
