/** A refusal in Duo's form. The HTTP status is the first three digits of the code. */
export class DuoError extends Error {
	constructor(
		readonly code: number,
		message: string,
		readonly detail?: string,
		readonly headers: Record<string, string> = {},
	) {
		super(message);
	}

	get status(): number {
		return Math.floor(this.code / 100);
	}
}

// unconfirmed: that the detail names the parameter
export const missing = (name: string) => new DuoError(40001, 'Missing required request parameters', name);
export const invalid = (detail: string) => new DuoError(40002, 'Invalid request parameters', detail);
/** A held question that ends without a change: the caller is to ask again. */
export const noChangeYet = () => new DuoError(40002, 'Invalid request parameters');
export const duplicate = () => new DuoError(40003, 'Duplicate resource');
export const forbidden = (detail?: string) => new DuoError(40301, 'Access forbidden', detail);
export const notFound = () => new DuoError(40401, 'Resource not found');
// unconfirmed: Duo documents status 405, its code and words are a guess
export const wrongVerb = () => new DuoError(40501, 'Method not allowed');
/** Duo sends no Retry-After; a gateway before it may. */
export const tooMany = (retryAfterSeconds?: number, detail?: string) =>
	new DuoError(
		42901,
		'Too Many Requests',
		detail,
		retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) },
	);
// unconfirmed: that Duo's sentence is in the reply, and that it is the detail
export const tooManyOfUser = () =>
	tooMany(undefined, 'The user may have exceeded the per-user authentication rate limit');
export const serverError = () => new DuoError(50001, 'Unknown internal server error');

/** More than a hundred of one thing on another. */
export const countLimit = 100;
export const checkCount = (count: number) => {
	if (count > countLimit) throw serverError();
};
