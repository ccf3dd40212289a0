/**
 * `npm run freeze`: writes what is frozen, through jest because it runs the nodes in n8n's engine as the
 * tests do. A configuration of its own, so that no run of the tests writes anything.
 */
const { projects } = require('../../jest.config.js');

const engine = projects.find(({ displayName }) => displayName === 'engine');

module.exports = {
	...engine,
	displayName: 'freeze',
	rootDir: '../..',
	testMatch: ['<rootDir>/test/frozen/freeze.ts'],
};
