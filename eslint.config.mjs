import { config as n8nRules } from '@n8n/node-cli/eslint';
import tseslint from 'typescript-eslint';

/** n8n's rules for what ships; ordinary strict rules for tests, which need files, timers and processes. */
const shipped = ['nodes/**/*.ts', 'credentials/**/*.ts', 'package.json'];

export default tseslint.config(
  { ignores: ['dist/', '.cache/', '**/node_modules/', 'coverage/'] },
  ...n8nRules.map((layer) => (layer.ignores && !layer.files ? layer : { ...layer, ...within(layer.files) })),
  {
    files: ['test/**/*.ts', 'docs/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { project: 'test/tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // Tests say `tenant.keys.admin!` where the line before has just made sure.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Test data is taken apart by characters, not by what a reader sees as one.
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
);

/** A layer of n8n's rules that is meant for all TypeScript files applies to the shipped ones only. */
function within(files = shipped) {
  return { files: files.flatMap((pattern) => (pattern === '**/*.ts' ? shipped.slice(0, 2) : pattern)) };
}
