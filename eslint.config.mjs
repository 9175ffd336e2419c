import js from '@eslint/js';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';
import { restrictedImports } from './scripts/house/restrictedImports.mjs';

const product = ['nodes/**/*.ts', 'credentials/**/*.ts', 'linkedin/**/*.ts'];

export default tseslint.config(
	{
		ignores: ['dist/**', 'site/**', 'test/e2e/**', 'test/fixtures/**', 'coverage/**', '.cache/**'],
	},
	{ linterOptions: { reportUnusedDisableDirectives: 'error' } },
	{
		files: ['**/*.ts'],
		extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
		languageOptions: {
			parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
		},
		rules: {
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true },
			],
		},
	},
	// The tooling: plain JavaScript for Node.
	{
		files: ['**/*.{js,mjs}'],
		extends: [js.configs.recommended],
		languageOptions: {
			globals: {
				console: 'readonly',
				process: 'readonly',
				URL: 'readonly',
				setTimeout: 'readonly',
			},
		},
	},
	{
		files: ['**/*.js'],
		languageOptions: {
			sourceType: 'commonjs',
			globals: {
				__dirname: 'readonly',
				require: 'readonly',
				module: 'writable',
				exports: 'writable',
			},
		},
	},

	// n8n's rules hold for everything that is shipped: the same rules, and the same exceptions, as
	// in its own scanner for community packages.
	{
		files: [...product, 'package.json'],
		extends: [n8nCommunityNodesPlugin.configs.recommended],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
	},
	{ files: product, rules: { 'no-console': 'error' } },
	// Texts come from anywhere: matching one must not take the square of its length.
	{
		files: product,
		plugins: { regexp },
		rules: {
			'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
			'regexp/no-super-linear-move': ['error', { report: 'potential' }],
		},
	},
	{
		files: ['package.json'],
		// Without a parser of its own ESLint would read JSON as a script, and n8n's rules see nothing.
		languageOptions: { parser: tseslint.parser },
		rules: n8nNodesBase.configs.community.rules,
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
	// linkedin/ knows no n8n, so it cannot throw n8n's errors.
	{
		files: ['linkedin/**/*.ts'],
		rules: { '@n8n/community-nodes/require-node-api-error': 'off' },
	},

	// The rooms of the house: imports run down the floors only.
	...restrictedImports(),
);
