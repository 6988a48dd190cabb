const shared = {
  transform: { '^.+\\.m?[tj]sx?$': ['@swc/jest', { jsc: { transform: { react: { runtime: 'automatic' } } } }] },
  transformIgnorePatterns: [],
  moduleNameMapper: { '^@/(.*)$': '<rootDir>/$1' },
  modulePathIgnorePatterns: ['<rootDir>/.next/', '<rootDir>/data/'],
}

const project = (displayName, folders, more = {}) => ({
  ...shared,
  displayName,
  testEnvironment: 'node',
  testMatch: folders.map((folder) => `<rootDir>/tests/${folder}/**/*.test.{ts,tsx}`),
  ...more,
})

const onDatabase = ['db', 'verbs', 'api']
const withPostgres = {
  globalSetup: '<rootDir>/tests/support/start-postgres.ts',
  globalTeardown: '<rootDir>/tests/support/stop-postgres.ts',
}

/** @type {import('jest').Config} */
module.exports = {
  // Only what hangs fails for its time: how fast a busy machine is, no test asserts.
  testTimeout: 120_000,
  projects: [
    project('pure', ['text', 'coding', 'agreement', 'formats', 'plots', 'policy', 'computing', 'server', 'scripts']),
    project('database', onDatabase, {
      globals: { testEngine: 'embedded' },
      globalSetup: '<rootDir>/tests/support/make-embedded-image.ts',
      globalTeardown: '<rootDir>/tests/support/remove-embedded-image.ts',
    }),
    project('database-postgres', onDatabase, { globals: { testEngine: 'postgres' }, ...withPostgres }),
    project('components', ['components'], {
      testEnvironment: 'jsdom',
      setupFiles: ['<rootDir>/tests/support/text-encoder.ts'],
      setupFilesAfterEnv: ['<rootDir>/tests/support/patience.ts'],
    }),
    project('journeys', ['journeys'], withPostgres),
  ],
}
