import type { IHttpRequestMethods } from 'n8n-workflow';

/**
 * No usable answer came from Duo: the host was not found, the connection broke, time ran out, or what
 * answered was not Duo's API. A request that changes something may or may not have been carried out.
 */
export class ConnectionError extends Error {
	override name = 'ConnectionError';

	constructor(
		message: string,
		readonly hint: string,
		readonly method: IHttpRequestMethods,
		readonly path: string,
		/** Whether the same request may well succeed in a moment. */
		readonly isTransient: boolean,
		/** Whether the request cannot have reached Duo, so that even a change may be sent again. */
		readonly wasNotSent = false,
	) {
		super(message);
	}
}
