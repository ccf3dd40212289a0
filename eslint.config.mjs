import js from '@eslint/js';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';

const communityRules = n8nCommunityNodesPlugin.configs.recommended;

/** What n8n's own tool for community nodes checks in what ships, with the exceptions that it makes. */
const n8nRules = [
	{
		files: ['nodes/**/*.ts', 'credentials/**/*.ts'],
		extends: [
			js.configs.recommended,
			tseslint.configs.recommended,
			communityRules,
			importX.flatConfigs.recommended,
		],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
		rules: { 'no-console': 'error' },
	},
	{
		files: ['credentials/**/*.ts'],
		rules: {
			...n8nNodesBase.configs.credentials.rules,
			'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
			'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
		},
	},
	{
		files: ['nodes/**/*.ts'],
		rules: {
			...n8nNodesBase.configs.nodes.rules,
			'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
			'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
			'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
		},
	},
	{
		files: ['package.json'],
		extends: [communityRules],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: n8nNodesBase.configs.community.rules,
		languageOptions: {
			parser: tseslint.parser,
			parserOptions: { extraFileExtensions: ['.json'] },
		},
	},
];

/**
 * The rooms of nodes/shared from the ground up: each may use those below it only, see docs/architecture.md.
 */
const rooms = ['errors', 'duo', 'parameters', 'logs', 'accounts', 'engine', 'operations'];

const oneWay = [
	...rooms.flatMap((room, floor) =>
		rooms.slice(floor + 1).map((above) => ({
			target: `./nodes/shared/${room}`,
			from: `./nodes/shared/${above}`,
			message: `nodes/shared/${above} is above nodes/shared/${room}.`,
		})),
	),
	{
		target: ['./nodes/shared', './credentials'],
		from: ['./nodes/DuoAdmin', './nodes/DuoAuth', './nodes/DuoAccounts', './nodes/DuoAdminTrigger'],
		message: 'What nodes share knows none of them.',
	},
	{
		target: './nodes/DuoAdmin/references',
		from: ['./nodes/DuoAdmin/resources'],
		message: 'References are below the operations.',
	},
	{ target: ['./nodes', './credentials'], from: './test', message: 'Nothing that ships uses the tests.' },
	{ target: './test/tenant', from: './nodes', message: 'The simulator shares no code with the nodes.' },
];

/**
 * For everything that we write: types without gaps, and imports that a reader finds where they expect them.
 */
const strictRules = {
	files: ['nodes/**/*.ts', 'credentials/**/*.ts', 'test/**/*.ts', 'scripts/**/*.ts'],
	extends: [tseslint.configs.strictTypeChecked],
	plugins: { 'import-x': importX },
	settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
	languageOptions: {
		parserOptions: { project: 'test/tsconfig.json', tsconfigRootDir: import.meta.dirname },
	},
	rules: {
		// Code is prettier's; this is for comments.
		'max-len': [
			'error',
			{
				code: 1000,
				comments: 110,
				tabWidth: 2,
				ignoreUrls: true,
				ignoreStrings: true,
				ignoreTemplateLiterals: true,
			},
		],
		'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
		'@typescript-eslint/no-import-type-side-effects': 'error',
		// `list[0]!` where the line before has just made sure: what an index gives may be undefined here.
		'@typescript-eslint/no-non-null-assertion': 'off',
		// Whoever reads a value names its type, as in `duo.get<DuoUser>(path)`. For
		// `params.choice<Scope>('scope')`, test/unit/parameterNames.test.ts compares the type with the options.
		'@typescript-eslint/no-unnecessary-type-parameters': 'off',
		'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
		'import-x/no-cycle': 'error',
		'import-x/no-restricted-paths': ['error', { zones: oneWay }],
		'import-x/no-duplicates': ['error', { 'prefer-inline': true }],
		'import-x/order': [
			'error',
			{
				groups: ['builtin', 'external', 'parent', ['sibling', 'index']],
				'newlines-between': 'always',
				alphabetize: { order: 'asc', caseInsensitive: true },
			},
		],
	},
};

const testRules = {
	files: ['test/**/*.ts', 'scripts/**/*.ts'],
	rules: {
		'max-lines': ['error', 250],
		// What comes from n8n and the simulator is checked by the tests themselves.
		'@typescript-eslint/no-unnecessary-condition': 'off',
		// Test data is taken apart by characters, not by what a reader sees as one.
		'@typescript-eslint/no-misused-spread': 'off',
	},
};

export default tseslint.config(
	{ ignores: ['dist/', '.cache/', '**/node_modules/', 'coverage/'] },
	...n8nRules,
	strictRules,
	testRules,
);
