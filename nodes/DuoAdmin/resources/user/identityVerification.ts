import type { DuoUser } from '../../duoObjects';

/**
 * Duo's answer beside the user whom it is about. Its shape is not documented in public, so it is handed on as
 * it is.
 */
export function withUser({ user_id, username }: DuoUser, reply: unknown): object {
	const isObject = typeof reply === 'object' && reply !== null && !Array.isArray(reply);
	return { user_id, username, ...(isObject ? reply : { response: reply }) };
}
