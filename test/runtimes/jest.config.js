/**
 * The engine layer as users run it: with the bundles of dist in place of the sources, and where `N8N` says
 * so, in the oldest n8n. testRuntimes.ts starts it.
 */
const { resolve } = require('node:path');
const [engine] = require('../../jest.config').projects.filter(({ displayName }) => displayName === 'engine');

const oldest = {
	'^(n8n-core|n8n-workflow)$': '<rootDir>/test/runtimes/node_modules/$1',
};

module.exports = {
	...engine,
	rootDir: resolve(__dirname, '../..'),
	modulePathIgnorePatterns: ['<rootDir>/.cache'],
	transformIgnorePatterns: [...engine.transformIgnorePatterns, '<rootDir>/dist/'],
	moduleNameMapper: {
		'^(?:\\.\\./)+((?:nodes|credentials)/.+\\.(?:node|credentials))$': '<rootDir>/dist/$1.js',
		...(process.env.N8N === 'oldest' ? oldest : {}),
	},
};
