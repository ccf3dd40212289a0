/** Users, and how they may be made. */
import type { IdsAndClock } from './IdsAndClock';

export type UserStatus = 'active' | 'bypass' | 'disabled' | 'locked out' | 'pending deletion';

export interface User {
	user_id: string;
	username: string;
	/** alias1 … alias8 */
	aliases: Record<string, string>;
	realname: string | null;
	firstname: string | null;
	lastname: string | null;
	email: string;
	notes: string;
	status: UserStatus;
	/** What bulk_restore brings back. */
	statusBeforeTrash?: UserStatus;
	created: number;
	last_login: number | null;
	last_directory_sync: number | null;
	lockout_reason: string | null;
	enable_auto_prompt: boolean;
	external_id: string | null;
	custom_attributes: Record<string, string>;
	phones: string[];
	groups: string[];
	tokens: string[];
}
export type NewUser = Partial<Omit<User, 'user_id' | 'username'>> & { username: string; user_id?: string };

export const newUser = ({ ids, clock }: IdsAndClock, given: NewUser): User => ({
	user_id: ids.id('DU'),
	aliases: {},
	realname: null,
	firstname: null,
	lastname: null,
	email: '',
	notes: '',
	status: 'active',
	created: clock.now(),
	last_login: null,
	last_directory_sync: null,
	lockout_reason: null,
	enable_auto_prompt: true,
	external_id: null,
	custom_attributes: {},
	...given,
	phones: [...(given.phones ?? [])],
	groups: [...(given.groups ?? [])],
	tokens: [...(given.tokens ?? [])],
});
