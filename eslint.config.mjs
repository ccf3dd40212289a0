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

/** Tests need files, timers and processes, so n8n's rules are not for them. */
const testRules = {
	files: ['test/**/*.ts', 'scripts/**/*.ts'],
	extends: [tseslint.configs.strictTypeChecked],
	languageOptions: {
		parserOptions: { project: 'test/tsconfig.json', tsconfigRootDir: import.meta.dirname },
	},
	rules: {
		// Tests say `list[0]!` where the line before has just made sure.
		'@typescript-eslint/no-non-null-assertion': 'off',
		'@typescript-eslint/no-unnecessary-condition': 'off',
		'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
		// Test data is taken apart by characters, not by what a reader sees as one.
		'@typescript-eslint/no-misused-spread': 'off',
	},
};

export default tseslint.config(
	{ ignores: ['dist/', '.cache/', '**/node_modules/', 'coverage/'] },
	...n8nRules,
	testRules,
);
