/** Finds users by username and alias, whatever the case, without asking all of them each time. */
import type { User } from './records';

export class UserNames {
	/** Of all names, as they were when somebody was last looked for in vain. */
	private byName = new Map<string, User>();

	constructor(private readonly users: ReadonlyMap<string, User>) {}

	find(name: string): User | undefined {
		const wanted = name.toLowerCase();
		const isRight = (user: User | undefined) =>
			user && this.users.get(user.user_id) === user && namesOf(user).includes(wanted);
		if (!isRight(this.byName.get(wanted))) this.byName = this.index();
		return this.byName.get(wanted);
	}

	private index(): Map<string, User> {
		return new Map([...this.users.values()].flatMap((user) => namesOf(user).map((name) => [name, user])));
	}
}

export const namesOf = (user: User): string[] =>
	[user.username, ...Object.values(user.aliases)].map((name) => name.toLowerCase());
