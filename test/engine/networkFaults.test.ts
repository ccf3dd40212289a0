/** Faults of the network: which are tried again, and what is said of them. */
import nock from 'nock';

import { runNode, startTrustedTenant, type NodeRun } from '../support/engine';
import { useTenant } from '../support/useTenant';

const duo = useTenant();
afterEach(() => {
	nock.cleanAll();
});
// The next test file of this process has a nock of its own.
afterAll(() => {
	nock.restore();
});

describe('a fault of the network', () => {
	const host = 'api-00000000.duosecurity.com';
	const createGroup: NodeRun = {
		type: 'duoAdmin',
		parameters: { resource: 'group', operation: 'create', name: 'x', additionalFields: {} },
		key: { host },
	};
	/** As often as told; after that Duo answers. Counts the requests. */
	const answerAfter = (fault: Error, times: number) => {
		let asked = 0;
		const duo = nock(`https://${host}`);
		duo.post(/.*/).times(times).replyWithError(fault);
		duo.post(/.*/).reply(200, { stat: 'OK', response: { group_id: 'DGXXXXXXXXXXXXXXXXXX', name: 'x' } });
		duo.on('request', () => asked++);
		return () => asked;
	};
	/** As Node.js words it. */
	const networkFault = (code: string, syscall?: string) =>
		syscall
			? Object.assign(new Error(`${syscall} ${code} 192.0.2.1:443`), { code, syscall })
			: Object.assign(new Error(code), { code });

	test.each([
		['ENOTFOUND', 'was not found', 1],
		['EAI_AGAIN', 'could not be looked up just now', 3],
		['ECONNREFUSED', 'does not accept connections', 3],
		['CERT_HAS_EXPIRED', 'is not trusted', 1],
		['ECONNABORTED', 'did not answer in time', 1],
	])(
		'%s is told in words, with the host',
		async (code, words, tries) => {
			const asked = answerAfter(networkFault(code), 9);
			const { error } = await runNode(duo.tenant, createGroup);
			const mayHaveArrived = code === 'ECONNABORTED';
			expect((error?.description ?? '').includes('may have carried out')).toBe(mayHaveArrived);
			expect(error?.message).toMatch(words);
			expect(`${error?.message} ${error?.description}`).toMatch(host);
			expect(asked()).toBe(tries);
		},
		15_000,
	);

	/** Without `syscall`. */
	const wordsOnly = (words: string) => Object.assign(new Error(words), { code: 'ETIMEDOUT' });

	const bothAddresses = Object.assign(
		new AggregateError([networkFault('ETIMEDOUT', 'connect'), networkFault('ENETUNREACH', 'connect')]),
		{ code: 'ETIMEDOUT' },
	);
	test.each([
		['EAI_AGAIN', networkFault('EAI_AGAIN', 'getaddrinfo')],
		['connect ECONNREFUSED', networkFault('ECONNREFUSED', 'connect')],
		['connect EHOSTUNREACH', networkFault('EHOSTUNREACH', 'connect')],
		['connect ENETUNREACH', networkFault('ENETUNREACH', 'connect')],
		['connect ETIMEDOUT', networkFault('ETIMEDOUT', 'connect')],
		['words of Node.js alone, as n8n 1 keeps them', wordsOnly('connect EHOSTUNREACH 192.0.2.1:443')],
		['none of its addresses', bothAddresses],
	])(
		'%s: nothing was sent, so that a change is sent again',
		async (_, fault) => {
			const asked = answerAfter(fault, 1);
			const { json, error } = await runNode(duo.tenant, createGroup);
			expect(error).toBeUndefined();
			expect(json).toMatchObject([{ name: 'x' }]);
			expect(asked()).toBe(2);
		},
		15_000,
	);

	const oneAddress = Object.assign(
		new AggregateError([networkFault('ETIMEDOUT', 'connect'), networkFault('ECONNRESET', 'read')]),
		{ code: 'ETIMEDOUT' },
	);
	test.each([
		['ETIMEDOUT', networkFault('ETIMEDOUT')],
		['read ETIMEDOUT', networkFault('ETIMEDOUT', 'read')],
		['read EHOSTUNREACH', networkFault('EHOSTUNREACH', 'read')],
		['ENETUNREACH', networkFault('ENETUNREACH')],
		['write EPIPE', networkFault('EPIPE', 'write')],
		['ECONNRESET', networkFault('ECONNRESET')],
		['one address that was reached', oneAddress],
		['words about several addresses', wordsOnly('connect ETIMEDOUT 192.0.2.1:443; read ECONNRESET')],
		['words that only mention a connection', wordsOnly('cannot connect ETIMEDOUT 192.0.2.1:443')],
	])('%s: a change may have been carried out, and is sent once only', async (_, fault) => {
		const asked = answerAfter(fault, 1);
		const { error } = await runNode(duo.tenant, createGroup);
		expect(error?.description).toContain('look before you send it again');
		expect(asked()).toBe(1);
	});

	test('a real refusal of the connection is one, too', async () => {
		const gone = await startTrustedTenant();
		await gone.stop();
		const began = Date.now();
		const { error } = await runNode(duo.tenant, { ...createGroup, key: { host: gone.host } });
		expect(error?.message).toMatch('does not accept connections');
		expect(error?.description).not.toContain('look before you send it again');
		// Tried again after one second, and after three more.
		expect(Date.now() - began).toBeGreaterThanOrEqual(4000);
	}, 15_000);
});
