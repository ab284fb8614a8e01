import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import globals from 'globals'
import importX from 'eslint-plugin-import-x'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

/**
 * The architecture: which part may import which. The knowledge (readers, report, rules, questions, roster)
 * knows no chat, no HTTP and no database. app.ts, checker.ts, server.ts, cli.ts, commands/ and console/ stand
 * above the table and put the parts together.
 */
const mayImport = {
  'src/readers': ['src/errors.ts'],
  'src/report': ['src/readers/document.ts', 'src/errors.ts'],
  'src/rules': ['src/report', 'src/errors.ts'],
  'src/check.ts': ['src/readers', 'src/report', 'src/rules', 'src/errors.ts'],
  'src/config': ['src/report', 'src/roster', 'src/errors.ts'],
  'src/roster': ['src/report', 'src/errors.ts'],
  'src/questions': ['src/report', 'src/roster', 'src/errors.ts'],
  'src/questions/query': ['src/report'],
  'src/questions/words': [
    'src/questions/query',
    'src/report/agency-kind.ts',
    'src/report/statutory-tables.ts',
    'src/roster',
  ],
  'src/questions/answering': ['src/questions/query', 'src/report', 'src/roster', 'src/errors.ts'],
  'src/charts': ['src/questions/query', 'src/report', 'src/errors.ts'],
  'src/bot.ts': ['src/charts/chart.ts', 'src/report', 'src/roster', 'src/errors.ts'],
  'src/store': ['src/bot.ts', 'src/report', 'src/roster', 'src/time-limit.ts', 'src/errors.ts'],
  'src/http': ['src/errors.ts'],
  'src/platforms': [
    'src/bot.ts',
    'src/http',
    'src/config/platform-settings.ts',
    'src/roster/roster.ts',
    'src/time-limit.ts',
    'src/clock.ts',
    'src/errors.ts',
    'src/log.ts',
  ],
  'src/delivery': [
    'src/bot.ts',
    'src/store/store.ts',
    'src/store/lane.ts',
    'src/platforms/platform.ts',
    'src/time-limit.ts',
    'src/report',
    'src/errors.ts',
    'src/log.ts',
    'src/clock.ts',
  ],
  templates: ['src/bot.ts', 'src/charts', 'src/report', 'src/questions', 'src/roster', 'src/errors.ts'],
  handlers: ['src/bot.ts', 'src/report', 'src/questions', 'src/roster', 'src/errors.ts', 'templates'],
}

/** Packages that belong to one place: swapping one must never touch another part. */
const onlyIn = {
  mongoose: 'src/store/mongo/**',
  libsql: 'src/store/sqlite/**',
  'node-schedule': 'src/housekeeping.ts',
  'markdown-it': 'src/platforms/**',
  'content-disposition': 'src/platforms/**',
  '@wecom/crypto': 'src/platforms/wecom/**',
  'fast-xml-parser': 'src/platforms/wecom/**',
  undici: 'src/platforms/outgoing/**',
  'pinyin-pro': 'src/questions/words/**',
  'opencc-js/t2cn': 'src/questions/words/**',
  'ipaddr.js': 'src/platforms/outgoing/**',
  saxes: 'src/readers/**',
  yauzl: 'src/readers/**',
  '@resvg/resvg-js': 'src/charts/**',
  'prom-client': 'src/metrics.ts',
}

/** What the scripts in assets/ use of a browser. */
const browserGlobals = Object.fromEntries(
  [
    ...[
      'EventSource',
      'FormData',
      'HTMLAnchorElement',
      'HTMLButtonElement',
      'HTMLElement',
      'HTMLFormElement',
    ],
    ...['HTMLInputElement', 'HTMLSelectElement', 'HTMLTextAreaElement', 'ResizeObserver', 'URLSearchParams'],
    ...[
      'XMLHttpRequest',
      'clearTimeout',
      'crypto',
      'document',
      'fetch',
      'history',
      'localStorage',
      'location',
    ],
    ...['matchMedia', 'requestAnimationFrame', 'sessionStorage', 'setTimeout', 'window'],
  ].map((name) => [name, 'readonly']),
)

const product = '{src,handlers,templates}/**/*.ts'

export default defineConfig([
  { ignores: ['dist/', 'dist-bench/', 'coverage/', 'data/', 'node_modules/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    plugins: { 'import-x': importX },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    settings: {
      'import-x/extensions': ['.ts'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/method-signature-style': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      complexity: ['error', 12],
      'max-depth': ['error', 3],
      'max-lines': ['error', { max: 300, skipBlankLines: true }],
    },
  },
  {
    files: [product],
    rules: {
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true }],
      'import-x/no-restricted-paths': [
        'error',
        {
          zones: Object.entries(mayImport).map(([part, allowed]) => ({
            target: `./${part}`,
            from: '.',
            except: [`./${part}`, ...allowed.map((path) => `./${path}`), './node_modules'],
            message: `${part} may import only ${allowed.join(', ')} (see eslint.config.js).`,
          })),
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'The clock is an argument: take `now` from the context.',
        },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'The clock is an argument: take `now` from the context.',
        },
      ],
    },
  },
  // The last object that sets a rule for a file wins, so each owner gets one object of its own, a room's after its house's.
  ...[product, ...[...new Set(Object.values(onlyIn))].sort()].map((part) => ({
    files: [part],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: Object.entries(onlyIn)
            .filter(([, owner]) => !part.startsWith(owner.replace('**', '')))
            .map(([name, owner]) => ({ name, message: `Only ${owner} may import it.` })),
        },
      ],
    },
  })),
  {
    files: ['test/**/*.ts'],
    ignores: ['test/temp-folder.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'node:fs',
              importNames: ['mkdtempSync', 'mkdtemp'],
              message: 'Use tempFolder(): it is removed after the run.',
            },
          ],
        },
      ],
    },
  },
  {
    // Mongoose takes plain objects where its types name classes.
    files: ['src/store/mongo/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-class-instance-assignment': 'off' },
  },
  {
    // The edges where the machine's clock comes in.
    files: ['src/clock.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // The pages' own scripts: they run in a browser as they are; tsconfig.browser.json checks their types.
    files: ['assets/**/*.js'],
    languageOptions: { globals: browserGlobals },
  },
  {
    files: ['*.config.js', 'scripts/**/*.mjs'],
    languageOptions: { globals: globals.node },
  },
  {
    // What runs in the visitor's browser, as it is.
    files: ['assets/**/*.js'],
    languageOptions: { globals: globals.browser },
  },
  prettier,
])
