/**
 * Five layers, each a project of its own: `npx jest --selectProjects engine`.
 * Node 24 (a devDependency) runs all of them.
 */
const esmPackages = ['cookie', 'is-network-error', 'p-limit', 'p-retry', 'yocto-queue'];

const common = {
	transform: {
		'^.+\\.[jt]sx?$': [
			'@swc/jest',
			{ jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
		],
	},
	transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join('|')})/)`],
	testEnvironment: 'node',
	modulePathIgnorePatterns: [
		'<rootDir>/dist',
		'<rootDir>/.cache',
		'<rootDir>/test/n8n/node_modules',
		'<rootDir>/test/runtimes/node_modules',
	],
};

const project = (displayName, setup = [], folder = displayName) => ({
	...common,
	displayName,
	testMatch: [`<rootDir>/test/${folder}/**/*.test.ts`],
	setupFiles: setup.map((file) => `<rootDir>/test/support/${file}`),
	setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
});

module.exports = {
	projects: [
		project('unit'),
		project('tenant', [], 'tenant/tests'),
		project('engine', ['n8nHome.ts']),
		{ ...project('package'), globalSetup: '<rootDir>/test/package/globalSetup.ts' },
		{
			...project('n8n'),
			globalSetup: '<rootDir>/test/n8n/harness/globalSetup.ts',
			globalTeardown: '<rootDir>/test/n8n/harness/globalTeardown.ts',
		},
	],
};
