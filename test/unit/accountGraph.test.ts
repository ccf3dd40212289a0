/** What the simulated tenant cannot show: its host is a loopback address. */
import { accountEntity } from '../../nodes/DuoAdmin/resources/account/graph/entities';

test('an account is known by the part of its API hostname that Duo gives it, whatever its name', () => {
	const host = 'api-0a1b2c3d.duosecurity.com';

	expect(accountEntity({ host }, { name: 'Acme' })).toMatchObject({
		_key: 'duo-account:0a1b2c3d',
		siteId: '0a1b2c3d',
		name: 'Acme',
		webLink: 'https://admin-0a1b2c3d.duosecurity.com/',
	});
	expect(accountEntity({ host }, {})).toMatchObject({ _key: 'duo-account:0a1b2c3d', name: host });
	expect(accountEntity({ host: 'api-0a1b2c3d.duofederal.com' }, {})).toMatchObject({
		_key: 'duo-account:api-0a1b2c3d.duofederal.com',
		webLink: undefined,
	});
});
