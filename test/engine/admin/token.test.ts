/** Hardware tokens: created, read, updated, resynchronised and deleted. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { inAnyOrder } from '../../support/inAnyOrder';
import { locator } from '../../support/locator';
import { useTenant } from '../../support/useTenant';

const duo = useTenant();
const { sent, writes } = duo;
const token = duo.admin.bind(null, 'token');
const named = (mode: string, value: string): INodeParameters => ({ token: locator(mode, value) });
const tokens = () => [...duo.tenant.account.tokens.values()];
const serials = () => tokens().map(({ serial }) => serial);
const add = (type: string, serial = '100200300') => duo.tenant.addToken({ type, serial }).token_id;

describe('get', () => {
	it.each(['list', 'id'])('finds a token by %s, with its users', async (mode) => {
		const token_id = add('h6');
		duo.tenant.addUser({ username: 'zoe', tokens: [token_id] });

		const { json, error } = await token('get', named(mode, '={{ $json.id }}'), { items: [{ id: token_id }] });

		expect(error).toBeUndefined();
		expect(json).toMatchObject([
			{ token_id, serial: '100200300', type: 'h6', users: [{ username: 'zoe' }], admins: [] },
		]);
		expect(sent()).toEqual([{ method: 'GET', path: `/admin/v1/tokens/${token_id}`, params: {} }]);
	});

	it('finds tokens by serial number, zeros included, with one list for all items', async () => {
		const [first, second] = [add('h6', '0012'), add('t6', '12')];

		const { json } = await token('get', named('serial', '={{ $json.serial }}'), {
			items: [{ serial: '12' }, { serial: '0012' }],
		});

		expect(json.map(({ token_id }) => token_id)).toEqual([second, first]);
		expect(sent()).toEqual([
			{ method: 'GET', path: '/admin/v1/tokens', params: { limit: '500', offset: '0' } },
		]);
	});

	it('names all tokens that share a serial number instead of taking the first', async () => {
		const [hotp, yubi] = [add('h6'), add('yk')];

		const { error, json } = await token('get', named('serial', '100200300'));

		expect(json).toEqual([]);
		expect(error?.message).toBe('2 hardware tokens in Duo have the serial number “100200300”');
		expect(error?.description).toContain(`is ${hotp} (HOTP, 6 Digits), 100200300 is ${yubi} (YubiKey AES)`);
	});

	it('says so when there is no such token', async () => {
		add('h6');

		const bySerial = await token('get', named('serial', '100200301'));
		const byId = await token('get', named('id', 'DPEXAMPLEPHONE000001'));

		expect(bySerial.error?.message).toBe('No hardware token in Duo has the serial number “100200301”');
		expect(byId.error?.message).toBe('“DPEXAMPLEPHONE000001” is not a hardware token ID');
	});
});

describe('create', () => {
	it.each<[string, INodeParameters, IDataObject]>([
		['h8', { secret: '00ab', counter: 7 }, { secret: '00ab', counter: '7' }],
		['t6', { secret: '00ab', totpStep: 60 }, { secret: '00ab', totp_step: '60' }],
		[
			'yk',
			{ privateId: '0123456789ab', aesKey: '0'.repeat(32) },
			{ private_id: '0123456789ab', aes_key: '0'.repeat(32) },
		],
	])('sends what a token of the type %s needs, and hands no secret on', async (type, given, params) => {
		const { json, error } = await token('create', { type, serial: '0012', ...given });

		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ type, serial: '0012', totp_step: type === 't6' ? 60 : null, users: [] }]);
		expect(writes()).toEqual([
			{ method: 'POST', path: '/admin/v1/tokens', params: { type, serial: '0012', ...params } },
		]);
		expect(tokens()).toMatchObject([{ token_id: json[0]!.token_id, type, serial: '0012' }]);
		expect(JSON.stringify(json)).not.toMatch(/00ab|0123456789ab|0{32}/);
	});

	it('refuses keys of a wrong form and secrets that have lost their zeros, without repeating them', async () => {
		const short = await token(
			'create',
			{ type: 'yk', serial: '1', privateId: '={{ $json.id }}', aesKey: '={{ $json.key }}' },
			{ items: [{ id: '0123456789ab', key: 'c0ffee' }] },
		);
		const number = await token(
			'create',
			{ type: 'h6', serial: '1', secret: '={{ $json.seed }}' },
			{ items: [{ seed: 314159 }] },
		);

		expect(short.error?.message).toBe('“AES Key” must be 32 hexadecimal digits');
		expect(JSON.stringify(short.error)).not.toMatch(/c0ffee|0123456789ab/);
		expect(number.error?.message).toBe('“Secret” is a number, which has no leading zeros');
		expect(JSON.stringify(number.error)).not.toContain('314159');
		expect(sent()).toEqual([]);
	});

	it('says so when the serial number is taken, and keeps the secret to itself', async () => {
		add('h6', '1');

		const { error } = await token(
			'create',
			{ type: 'h6', serial: '1', secret: '={{ $json.seed }}' },
			{ items: [{ seed: 'c0ffee' }] },
		);

		expect(error?.message).toBe('Duo already has such an entry');
		expect(JSON.stringify(error)).not.toContain('c0ffee');
		expect(serials()).toEqual(['1']);
	});
});

describe('delete', () => {
	it('deletes each token and says who had it', async () => {
		const [first, second] = [add('h6', '1'), add('h6', '2')];
		add('h6', '3');
		const { user_id } = duo.tenant.addUser({ username: 'zoe', tokens: [first] });

		const { json } = await token('delete', named('serial', '={{ $json.serial }}'), {
			items: [{ serial: '1' }, { serial: '2' }],
		});

		const about = { deleted: true, type: 'h6', admins: [] };
		expect(json).toEqual([
			{ ...about, token_id: first, serial: '1', users: [{ user_id, username: 'zoe' }] },
			{ ...about, token_id: second, serial: '2', users: [] },
		]);
		expect(writes().map(({ method, path }) => `${method} ${path}`)).toEqual(
			inAnyOrder([first, second].map((id) => `DELETE /admin/v1/tokens/${id}`)),
		);
		expect(serials()).toEqual(['3']);
	});

	it('does not claim to have deleted what is not there', async () => {
		add('h6');

		const typo = await token('delete', named('id', 'DHEXAMPLETOKEN000001'));
		const twice = await token('delete', named('serial', '100200300'), { items: [{}, {}] });

		expect(typo.error).toMatchObject({
			message: 'Duo does not find what the request names',
			httpCode: '404',
		});
		expect(twice.error).toMatchObject({
			message: 'No hardware token in Duo has the serial number “100200300”',
			context: { itemIndex: 1 },
		});
		expect(writes()).toHaveLength(1);
	});
});

describe('resync', () => {
	const codes = { code1: '000123', code2: '456789', code3: '={{ $json.code }}' };

	it.each(['h6', 'd1'])('sends three codes with their zeros for a token of the type %s', async (type) => {
		const token_id = add(type);

		const { json, error } = await token(
			'resync',
			{ ...named('id', token_id), ...codes },
			{ items: [{ code: '001001' }] },
		);

		expect(error).toBeUndefined();
		expect(json).toEqual([{ resynchronized: true, token_id, serial: '100200300', type }]);
		expect(writes()).toEqual([
			{
				method: 'POST',
				path: `/admin/v1/tokens/${token_id}/resync`,
				params: { code1: '000123', code2: '456789', code3: '001001' },
			},
		]);
	});

	it.each<[string, string, unknown, string]>([
		['a number', 'h6', 1001, '“Third Code” is a number, which has no leading zeros'],
		['too short a code', 'h6', '1001', 'A code of the token has 6 or 8 digits'],
		[
			'a token that counts time',
			't6',
			'001001',
			'The token 100200300 is of the type TOTP, 6 Digits, which cannot be resynchronized',
		],
	])('refuses %s', async (_, type, code, message) => {
		const parameters = { ...named('id', add(type)), ...codes };

		const { error } = await token('resync', parameters, { items: [{ code } as IDataObject] });

		expect(error?.message).toBe(message);
		expect(writes()).toEqual([]);
	});
});

describe('update', () => {
	it('changes the time step', async () => {
		const token_id = add('t6');

		const { json } = await token('update', { ...named('id', token_id), updateFields: { totpStep: 60 } });

		expect(json).toMatchObject([{ token_id, totp_step: 60 }]);
		expect(writes()).toEqual([
			{ method: 'POST', path: `/admin/v1/tokens/${token_id}`, params: { totp_step: '60' } },
		]);
		expect(tokens()).toMatchObject([{ totp_step: 60 }]);
	});

	it('refuses a token that has none, and to update nothing', async () => {
		const id = named('id', add('yk'));

		const none = await token('update', { ...id, updateFields: { totpStep: 60 } });
		const nothing = await token('update', { ...id, updateFields: {} });

		expect(none.error?.message).toBe(
			'The token 100200300 is of the type YubiKey AES, which has no time step',
		);
		expect(nothing.error?.message).toBe('There is nothing to update');
		expect(writes()).toEqual([]);
	});
});
