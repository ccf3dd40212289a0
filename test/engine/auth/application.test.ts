/** Duo Auth: are the keys good, is Duo there, and what is the logo. */
import { useTenant, type RunOptions } from '../../support/useTenant';

const duo = useTenant();

const run = (operation: string, more: RunOptions = {}) => duo.auth('application', operation, {}, more);
const calls = () => duo.tenant.requests.map(({ method, path, params }) => [method, path, params]);
const containing = (text: string): unknown => expect.stringContaining(text);
const aNumber: unknown = expect.any(Number);
const isoTime: unknown = expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/);

describe('check', () => {
	it('tells that the keys are good', async () => {
		const { json, error } = await run('check', { items: [{}, {}] });

		expect(error).toBeUndefined();
		expect(json).toEqual([
			{ valid: true, time: isoTime },
			{ valid: true, time: isoTime },
		]);
		expect(calls()).toEqual(Array(2).fill(['GET', '/auth/v2/check', {}]));
	});

	it.each([
		['secretKey', 'Duo does not accept the signature: the secret key is most likely wrong', '40103'],
		['integrationKey', 'Duo does not know the integration key', '40102'],
	])('tells that the %s is wrong', async (name, message, code) => {
		const key = { [name]: name === 'secretKey' ? 'x'.repeat(40) : 'DIXXXXXXXXXXXXXXXXXX' };
		const { error } = await run('check', { key });

		expect(error).toMatchObject({ message, description: containing(code), httpCode: '401' });
		expect(error?.description).toContain('Duo Auth API credential');
		expect(JSON.stringify(error)).not.toContain(duo.tenant.keys.auth.secretKey);
		expect(calls()).toHaveLength(1);
	});

	it('tells by how much the clock is off', async () => {
		duo.tenant.clock.skewSeconds = -1000;
		const { error } = await run('check');

		expect(error?.message).toMatch(
			/^The clock of the machine that runs n8n is (999|1000|1001) seconds ahead of Duo’s$/,
		);
	});
});

describe('ping', () => {
	it('tells how far the clock is off, whatever the keys are', async () => {
		duo.tenant.clock.skewSeconds = 100;
		const { json } = await run('ping', { key: { secretKey: 'x'.repeat(40) } });

		expect(json).toEqual([{ reachable: true, time: isoTime, clockAheadSeconds: aNumber }]);
		const behind = Date.parse(json[0]!.time as string) - Date.now();
		expect(Math.abs(behind - 100_000)).toBeLessThanOrEqual(2000);
		expect(Math.abs(Number(json[0]!.clockAheadSeconds) + 100)).toBeLessThanOrEqual(1);
		expect(calls()).toEqual([['GET', '/auth/v2/ping', {}]]);
	});

	it('fails in clear words when what answers is not Duo', async () => {
		duo.tenant.faults.add({ kind: 'notJson' });
		const { error } = await run('ping');

		expect(error).toMatchObject({
			message: 'The answer did not come from Duo’s API (HTTP 200, not Duo’s JSON)',
			description: containing('API hostname'),
		});
	});
});

describe('getLogo', () => {
	it('gives the picture as a file in the chosen field', async () => {
		const binaryProperty = '={{ $json.field }}';
		const items = [{ field: 'logo' }];
		const { outputs, error } = await duo.auth('application', 'getLogo', { binaryProperty }, { items });

		expect(error).toBeUndefined();
		const [item] = outputs[0]!;
		expect(item!.json).toEqual({ fileName: 'logo.png', mimeType: 'image/png', bytes: aNumber });
		expect(Object.keys(item!.binary!)).toEqual(['logo']);
		const { data, mimeType, fileName, fileExtension } = item!.binary!.logo!;
		expect({ mimeType, fileName, fileExtension }).toEqual({
			mimeType: 'image/png',
			fileName: 'logo.png',
			fileExtension: 'png',
		});
		const bytes = Buffer.from(data, 'base64');
		expect(bytes.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n');
		expect(bytes).toHaveLength(Number(item!.json.bytes));
	});

	it('says that there is none', async () => {
		await duo.restart({ logo: false });
		const { error } = await run('getLogo');

		expect(error).toMatchObject({
			message: 'This Duo account has no logo',
			description: containing('40401 Resource not found'),
			context: { itemIndex: 0 },
		});
	});
});
