import { asError } from '../../../shared/errors/halfDone';
import { simplifyField } from '../../../shared/fields';
import type { BatchOperation } from '../../../shared/operation';
import { normalizeUsername } from '../../references/user';
import { simplifyUser } from './fields';
import { Resolver, type Naming } from '../../references/Resolver';

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
					description: 'ID, username, alias or e-mail address, in this order',
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
		const namings = calls.map(({ params }): Naming | Error => {
			try {
				const text = params.text('reference');
				const simple = params.flag('normalizeUsername') ? normalizeUsername(text) : text;
				return { text, simple, matchBy: params.choice('matchBy') };
			} catch (fault) {
				return asError(fault);
			}
		});
		const resolver = new Resolver(calls[0]!.duo);
		await resolver.read(namings.filter((naming): naming is Naming => !(naming instanceof Error)));

		return namings.map((naming, index) => {
			if (naming instanceof Error) return naming;
			const { matchedBy, users } = resolver.match(naming);
			const show = calls[index]!.params.flag('simplify') ? simplifyUser : (user: object) => user;
			const [user] = users;
			if (users.length > 1) {
				const reason = `${users.length} users have this ${matchedBy}`;
				return { reference: naming.text, found: false, matchedBy: null, reason, candidates: users.map(show) };
			}
			return user
				? { reference: naming.text, found: true, matchedBy, user_id: user.user_id, user: show(user) }
				: { reference: naming.text, found: false, matchedBy: null, reason: 'No such user' };
		});
	},
};
