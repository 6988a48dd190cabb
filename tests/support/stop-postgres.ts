import type { PostgresServer } from './postgres-server'

/** Runs once after the tests: stops the server that the setup started. */
export default async function teardown(): Promise<void> {
  const shared = globalThis as typeof globalThis & { framewisePostgres?: PostgresServer }
  await shared.framewisePostgres?.stop()
}
