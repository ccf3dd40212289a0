/** Types for the signer inside Duo’s Node.js SDK, which has none of its own. */
declare module '@duosecurity/duo_api/lib/duo_sig' {
	const duoSig: {
		signV5(
			integrationKey: string,
			secretKey: string,
			method: string,
			host: string,
			path: string,
			params: Record<string, string | string[]>,
			date: string,
			body: string,
		): string;
	};
	export default duoSig;
}
