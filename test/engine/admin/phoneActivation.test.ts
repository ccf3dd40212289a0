/** Activation links and text messages that a phone gets from Duo. */
import type { INodeParameters } from 'n8n-workflow';

import { inAnyOrder } from '../../support/inAnyOrder';
import { locator } from '../../support/locator';
import { useTenant, type RunOptions } from '../../support/useTenant';
import type { Phone } from '../../tenant';

let phone: Phone;
const duo = useTenant();
beforeEach(() => {
	phone = duo.tenant.addPhone({ number: '+15555550101', activated: false });
});

const run = (operation: string, parameters: INodeParameters = {}, more: RunOptions = {}) =>
	duo.admin('phone', operation, { phone: locator('number', '+1 555 555 0101'), ...parameters }, more);
const posts = () =>
	duo.tenant.requests.filter(({ method }) => method === 'POST').map(({ path, params }) => [path, params]);
const call = (name: string) => `/admin/v1/phones/${phone.phone_id}/${name}`;
const codes = () => [...duo.tenant.account.activations.keys()];
const containing = (text: string): unknown => expect.stringContaining(text);
const ofPhone = () => ({ phone_id: phone.phone_id, number: '+15555550101' });

describe('createActivationLink', () => {
	it('returns links that activate the phone', async () => {
		const { json, error } = await run('createActivationLink', { validSecs: '={{ 60 * 60 }}' });

		expect(error).toBeUndefined();
		expect(posts()).toEqual([[call('activation_url'), { valid_secs: '3600', install: '1' }]]);
		expect(json).toEqual([
			{
				...ofPhone(),
				activation_url: `${duo.tenant.url}/activate/${codes()[0]!}`,
				activation_barcode: containing(codes()[0]!),
				installation_url: containing('https://'),
				valid_secs: 3600,
			},
		]);
	});

	it('leaves the installation link out, and makes one activation per item', async () => {
		const other = duo.tenant.addPhone({ number: '+15555550102' });
		const items = [{ id: phone.phone_id }, { id: other.phone_id }];
		const { json } = await run(
			'createActivationLink',
			{ phone: locator('id', '={{ $json.id }}'), install: false },
			{ items },
		);

		expect(json.map(({ phone_id }) => phone_id)).toEqual(items.map(({ id }) => id));
		expect(json.map(({ activation_url }) => activation_url)).toEqual(
			inAnyOrder(codes().map((code) => `${duo.tenant.url}/activate/${code}`)),
		);
		expect(json[0]).not.toHaveProperty('installation_url');
		expect(posts()[0]![1]).toEqual({ valid_secs: '86400', install: '0' });
	});

	it('tells what a phone of unknown type or platform lacks', async () => {
		phone.platform = 'Unknown';
		const { error } = await run('createActivationLink');

		expect(error).toMatchObject({
			message: 'Duo cannot do that with this phone as it is',
			description: containing('a type and a platform other than Unknown'),
			context: { itemIndex: 0 },
		});
		expect(error?.description).toContain('40002 Invalid request parameters (platform)');
		expect(codes()).toEqual([]);
	});

	it('names the permission that is missing', async () => {
		const key = duo.tenant.addKey({ api: 'admin', permissions: ['adminapi_read_resource'] });
		const { error } = await run('createActivationLink', {}, { key });

		expect(error?.httpCode).toBe('403');
		expect(error?.description).toContain('“Grant write resource (Grant resource: Write)”');
		expect(codes()).toEqual([]);
	});
});

describe('sendSmsActivation', () => {
	it('sends the texts and keeps the link to itself', async () => {
		const { json, outputs } = await run('sendSmsActivation', {
			validSecs: 600,
			options: { activationMessage: 'Open <acturl>', installationMessage: 'Get it: <insturl>' },
		});

		const texts = { activation_msg: 'Open <acturl>', installation_msg: 'Get it: <insturl>' };
		expect(posts()).toEqual([[call('send_sms_activation'), { valid_secs: '600', install: '1', ...texts }]]);
		expect(json).toEqual([{ sent: true, ...ofPhone(), valid_secs: 600 }]);
		expect(codes()).toHaveLength(1);
		expect(JSON.stringify(outputs)).not.toContain(codes()[0]);
	});

	it('uses Duo’s own texts when none is given', async () => {
		await run('sendSmsActivation', { install: false });

		expect(posts()).toEqual([[call('send_sms_activation'), { valid_secs: '86400', install: '0' }]]);
	});

	it.each([
		[{ activationMessage: 'Open it' }, '“Open it” has no place for the link', '<acturl>'],
		[{ installationMessage: 'Get <acturl>' }, '“Get <acturl>” has no place for the link', '<insturl>'],
		[{ activationMessage: `<acturl>${'x'.repeat(153)}` }, '161 characters', 'at most 160'],
	])('refuses %j before anything is sent', async (options, message, hint) => {
		const { error } = await run('sendSmsActivation', { options });

		expect(error).toMatchObject({ message: containing(message), description: containing(hint) });
		expect(duo.tenant.requests).toEqual([]);
	});

	it('never sends twice', async () => {
		duo.tenant.faults.add({ kind: 'cutAfter', method: 'POST' });
		const { error } = await run('sendSmsActivation');

		expect(error?.description).toContain('look before you send it again');
		expect(posts()).toHaveLength(1);
		expect(codes()).toHaveLength(1);
		expect(JSON.stringify(error)).not.toContain(codes()[0]);
	});
});

describe('sendSmsInstallation', () => {
	it('sends the text', async () => {
		const { json } = await run('sendSmsInstallation', {
			options: { installationMessage: 'Get it: <insturl>' },
		});

		expect(posts()).toEqual([[call('send_sms_installation'), { installation_msg: 'Get it: <insturl>' }]]);
		expect(json).toEqual([{ sent: true, ...ofPhone() }]);
	});

	it('refuses a text without a place for the link', async () => {
		const { error } = await run('sendSmsInstallation', { options: { installationMessage: 'Get it' } });

		expect(error?.message).toBe('The message “Get it” has no place for the link');
		expect(error?.description).toBe('Put <insturl> where the link goes.');
		expect(duo.tenant.requests).toEqual([]);
	});
});

describe('sendSmsPasscodes', () => {
	it('sends new passcodes, which are not in the output', async () => {
		const { json } = await run('sendSmsPasscodes');

		expect(posts()).toEqual([[call('send_sms_passcodes'), {}]]);
		expect(json).toEqual([{ sent: true, ...ofPhone() }]);
		expect(phone.sms_passcodes_sent).toBe(true);
	});

	it('fails for a tablet in clear words, and goes on with the next item', async () => {
		const tablet = duo.tenant.addPhone({ name: 'tablet' });
		const items = [{ id: tablet.phone_id }, { id: phone.phone_id }];
		const { json } = await run(
			'sendSmsPasscodes',
			{ phone: locator('id', '={{ $json.id }}') },
			{ items, onError: 'continueRegularOutput' },
		);

		expect(json).toEqual([
			{ error: 'Duo cannot do that with this phone as it is' },
			{ sent: true, ...ofPhone() },
		]);
		expect(tablet.sms_passcodes_sent).toBe(false);
	});
});
