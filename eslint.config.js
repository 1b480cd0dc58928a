// What a reader of this code may rely on. Formatting is prettier's business, unused names are the compiler's.
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const ours = ['plugin', 'server', 'migrations', 'widgets', 'test'].map((folder) => `${folder}/**/*.ts`);

/** Where money is computed: bigint minor units and Decimal only, never a JavaScript number (docs/decisions/0003-ledger.md). */
const moneyCode = ['server/ledger', 'server/giving', 'server/totals', 'plugin'].map((folder) => `${folder}/**/*.ts`);

const exactly = 'Money is never a JavaScript number:';
const moneyRules = [
  {
    selector: ':matches(CallExpression[callee.name="Number"], CallExpression[arguments.0.name="Number"])',
    message: `${exactly} parse amounts with toMinor or storeAmountToMinor, whole minor units with BigInt.`,
  },
  {
    selector: ':matches([callee.name="parseFloat"], [callee.property.name="parseFloat"])',
    message: `${exactly} parse amounts with toMinor or storeAmountToMinor, shares with new Decimal.`,
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name=/^(round|fround|floor|ceil|trunc)$/]',
    message: `${exactly} round a Decimal with toDecimalPlaces and a named rounding, split with splitByWeight.`,
  },
  {
    selector: 'CallExpression[callee.property.name="toFixed"][arguments.length>0]',
    message: `${exactly} print minor units with toAmount; a Decimal prints exactly with toFixed().`,
  },
  {
    selector: 'UnaryExpression[operator="+"]:not([argument.type="Literal"])',
    message: `${exactly} a plus sign in front makes one; use BigInt, toMinor or new Decimal.`,
  },
];

export default defineConfig(
  { ignores: ['dist/', 'node_modules/', 'test/output/', '.kindcast/', 'plugin/client/api-types.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    files: ours,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      // A promise nobody waits for loses its error: await it, or write void and handle the error where it arises.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      // The compiler says it better, and knows types.
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['plugin/**/*.ts', 'server/**/*.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    files: moneyCode,
    rules: { 'no-restricted-syntax': ['error', ...moneyRules] },
  },
  {
    files: ['test/**/*.ts'],
    languageOptions: { globals: globals.mocha },
    rules: {
      // `expect(books.ok).to.be.true` is how chai speaks.
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    files: ['*.js', '*.mjs', '*.cjs', '.*.cjs', 'test/run.mjs'],
    languageOptions: { globals: globals.node },
  },
);
