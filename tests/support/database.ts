import { readFile } from 'node:fs/promises'
import { stopChanges } from '@/lib/changes'
import { endComputing } from '@/lib/computing/computing-process'
import { closeDatabase, db, openDatabase } from '@/lib/db'
import { stopRefreshes } from '@/lib/verbs/steps/review/refresh-review'
import { stopJobs } from '@/lib/verbs/steps/running-jobs'
import { createPostgresDatabase, type TestDatabase } from './test-databases'

/** The engine of the running jest project (see jest.config.js): every database test runs once on each. */
export const testEngine = (globalThis as typeof globalThis & { testEngine?: 'embedded' | 'postgres' }).testEngine

let copy: TestDatabase | undefined

/** A migrated, empty embedded database, to load into PGlite. */
export async function embeddedImage(): Promise<Blob> {
  const file = process.env.FRAMEWISE_TEST_IMAGE
  if (!file) throw new Error('The image of the embedded database is made by the setup of the jest project "database".')
  return new Blob([await readFile(file)])
}

/** Opens a fresh, migrated, empty database as the one of `lib/db`. `withTestDatabase` does it for a whole file. */
export async function openTestDatabase(): Promise<void> {
  if (testEngine === 'embedded') {
    await openDatabase({ kind: 'embedded', folder: 'memory', image: await embeddedImage() })
  } else {
    copy = await createPostgresDatabase()
    await openDatabase({ kind: 'postgres', url: copy.url })
  }
}

export async function closeTestDatabase(): Promise<void> {
  await stopChanges()
  await stopJobs()
  await stopRefreshes()
  await endComputing()
  await closeDatabase()
  await copy?.drop()
  copy = undefined
}

/** Empties every table, when nobody writes into them any more. */
async function resetDatabase(): Promise<void> {
  await stopJobs()
  await stopRefreshes()
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`
  await db().$executeRawUnsafe(`TRUNCATE ${tables.map((table) => table.name).join(', ')} RESTART IDENTITY`)
}

/** Call at the top of a test file: each test begins with an empty database on the project's engine. */
export function withTestDatabase(): void {
  beforeAll(openTestDatabase, 30_000)
  beforeEach(resetDatabase)
  afterAll(closeTestDatabase)
}
