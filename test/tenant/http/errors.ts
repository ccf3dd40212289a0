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

// unconfirmed: nobody could prove that Duo uses 40001 with the name of the parameter as detail
export const missing = (name: string) => new DuoError(40001, 'Missing required request parameters', name);
export const invalid = (detail: string) => new DuoError(40002, 'Invalid request parameters', detail);
export const duplicate = () => new DuoError(40003, 'Duplicate resource');
export const forbidden = (detail?: string) => new DuoError(40301, 'Access forbidden', detail);
export const notFound = () => new DuoError(40401, 'Resource not found');
// unconfirmed: Duo documents status 405, its code and words are a guess
export const wrongVerb = () => new DuoError(40501, 'Method not allowed');
// unconfirmed: Duo documents status 429; its code and words, and whether it ever sends Retry-After, are a guess
export const tooMany = (retryAfterSeconds?: number) =>
  new DuoError(
    42901,
    'Too Many Requests',
    undefined,
    retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) },
  );
export const serverError = () => new DuoError(50001, 'Internal server error');

/** More than a hundred of one thing on another. */
export const countLimit = 100;
export const checkCount = (count: number) => {
  if (count > countLimit) throw serverError();
};
