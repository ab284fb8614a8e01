/** Jest runs the sources as ES modules, through swc; the built program is covered by test/smoke.test.ts. */
export default {
  testEnvironment: 'node',
  globalSetup: './test/temp-folder-of-the-run.js',
  globalTeardown: './test/temp-folder-removed.js',
  roots: ['<rootDir>/test'],
  extensionsToTreatAsEsm: ['.ts'],
  clearMocks: true,
  // A worker never lets go of the modules of its test files.
  workerIdleMemoryLimit: '1GB',
  testTimeout: 60_000,
  collectCoverageFrom: ['src/**/*.ts', 'handlers/**/*.ts', 'templates/**/*.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'es6' } },
    ],
  },
}
