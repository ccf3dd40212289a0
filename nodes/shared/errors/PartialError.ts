/**
 * Of what an operation was to do, a part is done or may be done, and the rest is not: Duo is in a state that
 * nobody asked for. `message` says what was done and what was not, `hint` how to get unstuck.
 */
export class PartialError extends Error {
	override name = 'PartialError';

	constructor(
		message: string,
		readonly hint = '',
	) {
		super(message);
	}
}
