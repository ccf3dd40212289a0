import type { BatchOperation } from '../../../shared/engine/operation';
import { toError } from '../../../shared/errors/toError';
import { simplifyField } from '../../../shared/parameters/simplify';
import { Resolver } from '../../references/Resolver';
import { normalizeUsername, type UserQuery } from '../../references/user';

import { simplifyUser } from './fields';

type Wanted = UserQuery & { isSimplified: boolean };

export const resolve: BatchOperation = {
	name: 'Resolve',
	value: 'resolve',
	action: 'Resolve user',
	description:
		'Find the users that many items name by ID, username, alias or e-mail, with as few calls as possible. One output item per input item; a user who is not found is no error.',
	permissions: ['readResource'],
	properties: [
		{
			displayName: 'User',
			name: 'reference',
			type: 'string',
			required: true,
			placeholder: 'e.g. {{ $json.email }}',
			default: '',
			description: 'A user ID, username, alias or e-mail address',
		},
		{
			displayName: 'Match By',
			name: 'matchBy',
			type: 'options',
			options: [
				{
					name: 'Anything',
					value: 'anything',
					description: 'ID, username, alias or e-mail address',
				},
				{ name: 'Email', value: 'email' },
				{ name: 'ID', value: 'id' },
				{ name: 'Username or Alias', value: 'username' },
			],
			default: 'anything',
		},
		{
			displayName: 'Normalize Username',
			name: 'normalizeUsername',
			type: 'boolean',
			default: false,
			description:
				'Whether DOMAIN\\jdoe and jdoe@example.com are looked up as jdoe when nobody has the full name',
		},
		simplifyField(),
	],

	async runAll(calls) {
		const queries = calls.map(({ params }): Wanted | Error => {
			try {
				const isSimplified = params.flag('simplify');
				const text = params.text('reference');
				const simple = params.flag('normalizeUsername') ? normalizeUsername(text) : text;
				return { by: params.choice('matchBy'), text, simple, isSimplified };
			} catch (fault) {
				return toError(fault);
			}
		});
		const resolver = new Resolver(calls[0]!.duo);
		await resolver.read(queries.filter((query): query is Wanted => !(query instanceof Error)));

		return queries.map((query) => {
			if (query instanceof Error) return query;
			const { matchedBy, users } = resolver.match(query);
			const show = query.isSimplified ? simplifyUser : (user: object) => user;
			const [user] = users;
			if (users.length > 1) {
				const reason = `${users.length} users have this ${matchedBy.join(' or ')}`;
				return { reference: query.text, found: false, matchedBy: null, reason, candidates: users.map(show) };
			}
			return user
				? {
						reference: query.text,
						found: true,
						matchedBy: matchedBy[0],
						user_id: user.user_id,
						user: show(user),
					}
				: { reference: query.text, found: false, matchedBy: null, reason: 'No such user' };
		});
	},
};
