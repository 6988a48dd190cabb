const shared = {
  transform: { '^.+\\.m?[tj]sx?$': ['@swc/jest', { jsc: { transform: { react: { runtime: 'automatic' } } } }] },
  transformIgnorePatterns: [],
  moduleNameMapper: { '^@/(.*)$': '<rootDir>/$1', '^server-only$': '<rootDir>/tests/support/server-only.ts' },
}
const project = (displayName, folders, more = {}) => ({
  ...shared,
  displayName,
  testEnvironment: 'node',
  testMatch: folders.map((folder) => `<rootDir>/tests/${folder}/**/*.test.{ts,tsx}`),
  ...more,
})

/** @type {import('jest').Config} */
module.exports = {
  projects: [
    project('pure', ['text', 'coding', 'agreement', 'formats', 'policy']),
    project('database', ['db', 'verbs', 'api']),
    project('components', ['components'], { testEnvironment: 'jsdom' }),
    project('journeys', ['journeys']),
  ],
}
