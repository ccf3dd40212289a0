import type { DuoUser } from '../../duoObjects';

/**
 * The names of a user's groups whose status is Bypass: their members log in without Duo, though their own
 * status is active.
 */
export function bypassGroupsOf({ groups }: DuoUser): string[] {
	return (groups ?? []).flatMap(({ name, status }) => (status?.toLowerCase() === 'bypass' ? [name] : []));
}

/** Whether a user logs in without two-factor authentication, through the own status or a group. */
export function isInBypass(user: DuoUser): boolean {
	return user.status === 'bypass' || (user.status === 'active' && bypassGroupsOf(user).length > 0);
}
