/** Types for what the benchmark uses of Duo’s Node.js SDK, which has none of its own. */
declare module '@duosecurity/duo_api' {
	export const SIGNATURE_VERSION_5: number;
	export class Client {
		constructor(integrationKey: string, secretKey: string, host: string, signatureVersion?: number);
		jsonApiCall(
			method: string,
			path: string,
			params: Record<string, string>,
			onReply: (reply: never) => void,
		): void;
	}
}

declare module '@duosecurity/duo_api/lib/constants' {
	const constants: { DUO_PINNED_CERT: string };
	export default constants;
}
