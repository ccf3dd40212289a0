import { limitFields, readLimit, simplifyField } from '../../../shared/fields';
import type { ItemOperation } from '../../../shared/operation';
import type { DuoPhone } from '../../duoObjects';
import { phonesOf } from '../../references/phone';
import { findUser, userField } from '../../references/user';
import { simplifyPhone } from './fields';

type Scope = 'all' | 'user';

export const getMany: ItemOperation = {
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many phones',
	description: 'Get a list of phones: of the whole account, or of one user',
	permissions: ['readResource'],
	properties: [
		{
			displayName: 'Phones Of',
			name: 'scope',
			type: 'options',
			options: [
				{ name: 'All Users', value: 'all' },
				{ name: 'One User', value: 'user' },
			],
			default: 'all',
		},
		...userField().map((field) => ({ ...field, displayOptions: { show: { scope: ['user'] } } })),
		...limitFields(),
		simplifyField(),
	],

	async run(call) {
		const { params, duo } = call;
		const limit = readLimit(params);
		const list: Record<Scope, () => Promise<DuoPhone[]>> = {
			all: async () => await duo.list<DuoPhone>('/admin/v1/phones', { limit }),
			user: async () => (await phonesOf(duo, await findUser(call))).slice(0, limit),
		};
		const phones = await list[params.choice<Scope>('scope')]();
		return params.flag('simplify') ? phones.map(simplifyPhone) : phones;
	},
};
