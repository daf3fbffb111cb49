import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const handedIn = 'Time, ids and chance are handed in with the command.';

/** Globals whose answer depends on when, where or in which process the code runs. */
const ambientGlobals = [
  'performance',
  'process',
  'crypto',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'fetch',
  'globalThis',
  'require',
].map((name) => ({ name, message: handedIn }));

/** Only `new Date(value)`, `Date.parse` and `Date.UTC` give the same answer in every replay. */
const ambientSyntax = [
  ['MemberExpression[object.name="Date"]:not([computed=false][property.name=/^(parse|UTC)$/])', 'Date.now'],
  ['NewExpression[callee.name="Date"][arguments.length=0]', 'new Date()'],
  ['CallExpression[callee.name="Date"]', 'Date()'],
  ['MemberExpression[object.name="Math"][property.name="random"]', 'Math.random'],
  ['MemberExpression[object.name="Math"][computed=true]', 'Math[…]'],
  ['VariableDeclarator[init.name=/^(Date|Math)$/]', 'An alias of Date or Math'],
  [
    'CallExpression[callee.property.name=/^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)$|^getTimezoneOffset$|^toLocale/]',
    'A local-time or locale method, which depends on the machine,',
  ],
].map(([selector, what]) => ({ selector, message: `${what} is ambient. ${handedIn}` }));

const ambientImports = {
  paths: ['uuid', 'crypto', 'process', 'timers', 'perf_hooks', 'luxon'].map((name) => ({
    name,
    message: handedIn,
  })),
  patterns: [{ group: ['node:*', 'timers/*', 'uuid/*'], message: handedIn }],
};

/** The words in which a decision is written: types, and two functions that only build a value. */
const deciderWords = [
  'Change',
  'Decider',
  'Decision',
  'Fact',
  'Fold',
  'Outcome',
  'Refusal',
  'accept',
  'refuse',
];

const fromEventStore = (names) => ({
  ...ambientImports,
  paths: [
    ...ambientImports.paths,
    { name: '@tributary/event-store', allowImportNames: names, message: `Only ${names.join(', ')}.` },
  ],
});

const plainSyntax = [
  { selector: 'TSEnumDeclaration', message: 'Use a union of literals: it vanishes when compiled.' },
  { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' },
];

export default defineConfig(
  { ignores: ['**/dist/', '**/node_modules/', '**/*.gen.ts', 'data/', 'coverage/', '.cache/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always'],
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'no-throw-literal': 'error',
      'no-unneeded-ternary': 'error',
      'default-case-last': 'error',
      // The compiler knows the names.
      'no-undef': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
    },
  },
  {
    files: ['{libs,services,benchmarks}/**/*.ts', 'apps/{platform,cli}/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...plainSyntax] },
  },
  {
    files: ['services/*/src/{domain,projections}/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-globals': ['error', ...ambientGlobals],
      'no-restricted-syntax': ['error', ...plainSyntax, ...ambientSyntax],
    },
  },
  {
    files: ['services/*/src/domain/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-imports': ['error', fromEventStore(deciderWords)] },
  },
  {
    files: ['services/*/src/projections/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-imports': ['error', fromEventStore(['RecordedEvent', 'Fold', 'Fact'])] },
  },
);
