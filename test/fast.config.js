/**
 * `npm run test:fast`: what to run after each change, in under a minute. Unit tests, the simulated tenant,
 * and of the engine layer each operation once (values/samples), the small node Duo Accounts and the trigger.
 * What takes seconds is named `.slow.test.ts`.
 */
const { join } = require('node:path');

const { projects } = require('../jest.config.js');

const rootDir = join(__dirname, '..');

const engine = ['accounts/*', 'trigger*', 'values/samples'].map(
	(files) => `<rootDir>/test/engine/${files}.test.ts`,
);

module.exports = {
	rootDir,
	projects: projects
		.filter(({ displayName }) => ['unit', 'tenant', 'engine'].includes(displayName))
		.map((project) => ({
			...project,
			rootDir,
			testMatch: project.displayName === 'engine' ? engine : project.testMatch,
			testPathIgnorePatterns: ['/node_modules/', '\\.slow\\.test\\.ts$'],
		})),
};
