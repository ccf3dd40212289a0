import { parseApiHost } from '../../credentials/common/host';

test.each([
  ['api-0a1b2c3d.duosecurity.com', 'api-0a1b2c3d.duosecurity.com'],
  ['  https://API-0a1b2c3d.DuoSecurity.com/ ', 'api-0a1b2c3d.duosecurity.com'],
  ['api-0a1b2c3d.duofederal.com', 'api-0a1b2c3d.duofederal.com'],
  ['HTTPS://api-0a1b2c3d.duosecurity.com:443', 'api-0a1b2c3d.duosecurity.com'],
  ['127.0.0.1:8443', '127.0.0.1:8443'],
  ['https://localhost:8443/', 'localhost:8443'],
  ['[::1]:8443', '[::1]:8443'],
])('%s is the host %s', (typed, host) => {
  expect(parseApiHost(typed)).toMatchObject({ host, baseUrl: `https://${host}` });
});

test.each([
  'http://api-0a1b2c3d.duosecurity.com',
  'duosecurity.com',
  'api.duosecurity.com.evil.test',
  'evilduosecurity.com',
  'evil.test#.duosecurity.com',
  'evil.test/.duosecurity.com',
  'evil.test?.duosecurity.com',
  'user:password@api-0a1b2c3d.duosecurity.com',
  'api-0a1b2c3d.duosecurity.com:8443',
  'api-0a1b2c3d.duosecurity.com/admin/v1',
  '127.0.0.1',
  'localhost',
  '10.0.0.1:8443',
  '169.254.169.254:443',
  'not a host',
  'https://',
])('%s is refused', (typed) => {
  expect(() => parseApiHost(typed)).toThrow(`“${typed}” is not a Duo API hostname`);
});

test.each(['', '   ', undefined, null])('an empty host (%p) is named as such', (typed) => {
  expect(() => parseApiHost(typed)).toThrow('The API hostname of the Duo credential is empty');
});
