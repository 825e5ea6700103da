import { builtinModules } from 'node:module'
import eslint from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** Time, ids and randomness are handed in, so that a run can be repeated: only the clock, the defaults and the edge may ask the machine. */
const machineTime = [
  { object: 'Date', property: 'now', message: 'Ask the clock that was handed in.' },
  { object: 'performance', property: 'now', message: "Use the clock's stopwatch." },
  { object: 'Math', property: 'random', message: 'Ask the ids that were handed in.' },
  { object: 'crypto', property: 'randomUUID', message: 'Ask the ids that were handed in.' },
]

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', '__tests__/fixtures/', 'src/model/{api,operations,shapes}.ts']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Promises: a forgotten await is the bug that a test suite finds last.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', package: 'node:test', name: ['test'] }] },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/return-await': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',

      // Types: no case forgotten, nothing that only looks typed.
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-for-in-array': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
      '@typescript-eslint/no-deprecated': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],

      // Imports.
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      'no-restricted-imports': ['error', { paths: builtinModules.map((name) => ({ name, message: `Write 'node:${name}'.` })) }],

      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'object-shorthand': 'error',
      'prefer-const': ['error', { destructuring: 'all' }],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/double/options.ts', 'src/clock/*.ts', 'src/adapters/**', 'src/cli/**'],
    rules: { 'no-restricted-properties': ['error', ...machineTime] },
  },
  {
    files: ['src/cli/**/*.ts', 'scripts/**/*.ts', 'benchmarks/**/*.ts', 'recipes/**/*.ts'],
    // These run as CommonJS.
    rules: { 'no-console': 'off', '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    // The one place of src that is about the console: it notes what handlers say to it.
    files: ['src/runtime/surroundings/consolePatch.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // Tests load what is loaded by hand, use what AWS has deprecated, throw what users throw, and build what types forbid.
    files: ['__tests__/**/*.ts', 'recipes/**/*.ts'],
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-deprecated': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-require-imports': 'off',
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
    },
  },
  { files: ['**/*.{mjs,cjs}'], languageOptions: { globals: { URL: 'readonly', process: 'readonly', console: 'readonly' } } },
)
