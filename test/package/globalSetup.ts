/** Packs the package before the first test file of this layer. */
import { packTarball } from '../n8n/harness/tarball';

export default async function globalSetup(): Promise<void> {
	await packTarball();
}
