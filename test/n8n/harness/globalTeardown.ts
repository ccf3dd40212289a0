/** Removes n8n after the last test file of this layer. */
export default async function globalTeardown(): Promise<void> {
	await globalThis.runningN8n?.remove();
}
