/**
 * The user's input, or what Duo holds, does not allow the operation; nothing was changed.
 * `message` says what happened, `hint` how to get unstuck.
 */
export class InputError extends Error {
	override name = 'InputError';

	constructor(
		message: string,
		readonly hint = '',
	) {
		super(message);
	}
}
