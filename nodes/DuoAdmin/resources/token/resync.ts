import type { INodeProperties } from 'n8n-workflow';

import { path } from '../../../shared/duo/path';
import { changes } from '../../../shared/engine/concurrency';
import type { ItemOperation } from '../../../shared/engine/operation';
import { InputError } from '../../../shared/errors/InputError';
import { token, tokenSummary, typeName } from '../../references/token';

const NAMES = ['code1', 'code2', 'code3'] as const;

export const resync: ItemOperation = {
	name: 'Resynchronize',
	value: 'resync',
	action: 'Resynchronize token',
	description:
		'Bring a token that counts its codes (HOTP) back into step with Duo, by three codes that it showed one after the other',
	permissions: ['readResource', 'writeResource'],
	concurrency: changes(token),
	properties: [
		token.field(),
		codeField('code1', 'First Code'),
		codeField('code2', 'Second Code'),
		codeField('code3', 'Third Code'),
	],

	async run(call) {
		const codes = NAMES.map((name) => [name, call.params.digits(name)] as const);
		if (!codes.every(([, code]) => /^\d{6,8}$/.test(code))) {
			throw new InputError(
				'A code of the token has 6 or 8 digits',
				'Type all three as the token showed them.',
			);
		}
		const found = await token.find(call);
		if (!/^(h6|h8|d1)$/.test(found.type)) {
			throw new InputError(
				`The token ${found.serial} is of the type ${typeName(found)}, which cannot be resynchronized`,
				'Only tokens that count their codes (HOTP) get out of step.',
			);
		}
		await call.duo.post(path`/admin/v1/tokens/${found.token_id}/resync`, Object.fromEntries(codes));
		return { resynchronized: true, ...tokenSummary(found) };
	},
};

function codeField(name: (typeof NAMES)[number], displayName: string): INodeProperties {
	return { displayName, name, type: 'string', required: true, placeholder: 'e.g. 012345', default: '' };
}
