import type { INodeProperties } from 'n8n-workflow';

import type { DuoParameters } from '../../../shared/duo/Duo';
import { InputError } from '../../../shared/errors/InputError';
import type { ItemParameters } from '../../../shared/parameters/ItemParameters';
import type { TokenType } from '../../references/token';

export function totpStepField(): INodeProperties {
	return {
		displayName: 'Time Step (Seconds)',
		name: 'totpStep',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 30,
		description: 'How long each code of the token is shown',
	};
}

/** What makes a token's codes, by its type. Read with {@link readSeed}. */
export function seedFields(): INodeProperties[] {
	const shownFor = (...type: TokenType[]) => ({ displayOptions: { show: { type } } });
	const secret = (displayName: string, name: string, description: string): INodeProperties => ({
		displayName,
		name,
		type: 'string',
		typeOptions: { password: true },
		required: true,
		default: '',
		description: `${description}. It is in no output, and Duo never shows it again.`,
	});
	return [
		{
			...secret('Secret', 'secret', 'The seed that the maker of the token delivered with it'),
			...shownFor('h6', 'h8', 't6', 't8'),
		},
		{
			displayName: 'Counter',
			name: 'counter',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description: 'How many codes the token has made so far; 0 for a new one',
			...shownFor('h6', 'h8'),
		},
		{ ...totpStepField(), ...shownFor('t6', 't8') },
		{
			...secret('Private ID', 'privateId', 'The private identity of the YubiKey: 12 hexadecimal digits'),
			...shownFor('yk'),
		},
		{
			...secret('AES Key', 'aesKey', 'The AES key of the YubiKey: 32 hexadecimal digits'),
			...shownFor('yk'),
		},
	];
}

/** As Duo's parameters. No message may repeat a secret, so only the form of one is told. */
export function readSeed(type: TokenType, params: ItemParameters): DuoParameters {
	if (type === 'yk') return { private_id: hex(params, 'privateId', 12), aes_key: hex(params, 'aesKey', 32) };

	const secret = params.digits('secret');
	return type === 'h6' || type === 'h8'
		? { secret, counter: params.number('counter') }
		: { secret, totp_step: params.number('totpStep') };
}

function hex(params: ItemParameters, name: 'privateId' | 'aesKey', length: number): string {
	const text = params.digits(name);
	if (/^[0-9a-f]*$/i.test(text) && text.length === length) return text;
	throw new InputError(
		`${name === 'aesKey' ? '“AES Key”' : '“Private ID”'} must be ${length} hexadecimal digits`,
		`It has ${text.length} characters.`,
	);
}
