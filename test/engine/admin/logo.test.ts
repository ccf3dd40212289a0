/** The logo of an account, as a file. */
import type { IBinaryKeyData } from 'n8n-workflow';

import { useTenant } from '../../support/useTenant';

const duo = useTenant();
const { sent, writes } = duo;
const branding = duo.admin.bind(null, 'branding');
const containing = (text: string): unknown => expect.stringContaining(text);

/** As much of a PNG as tells its size in pixels. */
function picture(width: number, height: number, bytes = 100): Buffer {
	const png = Buffer.alloc(bytes);
	png.write('89504e470d0a1a0a0000000d49484452', 'hex');
	png.writeUInt32BE(width, 16);
	png.writeUInt32BE(height, 20);
	return png;
}

const input = (bytes: Buffer, field = 'data'): { binary: IBinaryKeyData } => ({
	binary: { [field]: { data: bytes.toString('base64'), mimeType: 'image/png', fileName: 'new.png' } },
});

describe('getLogo', () => {
	it('gives the picture as a file in the chosen field', async () => {
		const { outputs, error } = await branding('getLogo', { binaryProperty: 'logo' });

		expect(error).toBeUndefined();
		const [{ json, binary }] = outputs[0] as [(typeof outputs)[0][0]];
		const bytes = Buffer.from(binary!.logo!.data, 'base64');
		expect(bytes).toEqual(duo.tenant.account.logo);
		expect(json).toEqual({ fileName: 'logo.png', mimeType: 'image/png', bytes: bytes.length });
		expect(sent()).toEqual([{ method: 'GET', path: '/admin/v1/logo', params: {} }]);
	});

	it('says that there is none', async () => {
		duo.tenant.account.logo = undefined;

		const { error } = await branding('getLogo');

		expect(error).toMatchObject({ message: 'This Duo account has no logo', context: { itemIndex: 0 } });
	});
});

describe('updateLogo', () => {
	it.each([
		[12, 500, 100],
		[500, 12, 200 * 1024 - 1],
	])('sends a picture of %i × %i pixels and %i bytes', async (width, height, bytes) => {
		const png = picture(width, height, bytes);

		const { json, error } = await branding('updateLogo', { binaryProperty: 'file' }, input(png, 'file'));

		expect(error).toBeUndefined();
		expect(json).toEqual([{ updated: true, bytes, width, height }]);
		expect(sent()).toEqual([
			{ method: 'POST', path: '/admin/v1/logo', params: { logo: png.toString('base64') } },
		]);
		expect(duo.tenant.account.logo).toEqual(png);
	});

	it.each<[string, Buffer, string]>([
		['another format', Buffer.from('GIF89a, and so on and on'), 'The logo is not a PNG picture'],
		['a torn file', picture(50, 50).subarray(0, 20), 'The logo is not a PNG picture'],
		['too many bytes', picture(50, 50, 200 * 1024), 'The logo is too large: 200 KB'],
		['too narrow', picture(11, 50), 'The logo has 11 × 50 pixels'],
		['too high', picture(50, 501), 'The logo has 50 × 501 pixels'],
	])('does not send %s', async (_, bytes, message) => {
		const { error } = await branding('updateLogo', {}, input(bytes));

		expect(error).toMatchObject({ message, context: { itemIndex: 0 } });
		expect(sent()).toEqual([]);
	});

	it('says that the item has no such file', async () => {
		const { error } = await branding('updateLogo', { binaryProperty: 'logo' }, input(picture(50, 50)));

		expect(error).toMatchObject({
			message: containing('binary'),
			description: containing('input binary field name'),
		});
		expect(sent()).toEqual([]);
	});
});

describe('deleteLogo', () => {
	it('deletes it', async () => {
		const { json, error } = await branding('deleteLogo');

		expect(error).toBeUndefined();
		expect(json).toEqual([{ deleted: true, bytes: expect.any(Number) as unknown }]);
		expect(writes()).toEqual([{ method: 'DELETE', path: '/admin/v1/logo', params: {} }]);
		expect(duo.tenant.account.logo).toBeUndefined();
	});

	it('does not claim to have deleted one that was not there', async () => {
		duo.tenant.account.logo = undefined;

		const { error } = await branding('deleteLogo');

		expect(error?.message).toBe('This Duo account has no logo');
		expect(writes()).toEqual([]);
	});
});

describe('permissions', () => {
	it.each(['deleteLogo', 'getLogo', 'updateLogo'])(
		'of %s are the ones that it declares',
		async (operation) => {
			await duo.expectPermissions('branding', operation, () => ({}), input(picture(50, 50)));
		},
	);
});
