import { packTarball } from '../n8n/harness/tarball';

export default async function globalSetup(): Promise<void> {
	await packTarball();
}
