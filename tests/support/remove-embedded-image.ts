import { rm } from 'node:fs/promises'
import path from 'node:path'

/** Runs once after the tests on the embedded database. */
export default async function teardown(): Promise<void> {
  const file = process.env.FRAMEWISE_TEST_IMAGE
  if (file) await rm(path.dirname(file), { recursive: true, force: true })
}
