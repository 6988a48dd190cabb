import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** What the runner needs of a database: one connection on which all statements of a call run. */
export interface MigrationConnection {
  /** Runs SQL text that may hold several statements. */
  exec(sql: string): Promise<unknown>
  query<Row>(sql: string, values?: unknown[]): Promise<{ rows: Row[] }>
}

/** Any number that no other program takes as an advisory lock in this database. */
const advisoryLock = 7233402718

const recordTable = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`

async function applyOne(connection: MigrationConnection, name: string, sql: string): Promise<boolean> {
  const checksum = createHash('sha256').update(sql).digest('hex')
  await connection.exec('BEGIN')
  try {
    await connection.query(`SELECT pg_advisory_xact_lock(${advisoryLock})`)
    await connection.exec(recordTable)
    const { rows } = await connection.query<{ checksum: string }>(
      'SELECT "checksum" FROM "_prisma_migrations" WHERE "migration_name" = $1 AND "finished_at" IS NOT NULL',
      [name],
    )
    const applied = rows[0]
    if (applied && applied.checksum !== checksum) {
      throw new Error('the file was changed after it had been applied; write a new migration instead')
    }
    if (!applied) {
      await connection.exec(sql)
      await connection.query(
        `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count")
         VALUES ($1, $2, $3, now(), 1)`,
        [randomUUID(), checksum, name],
      )
    }
    await connection.exec('COMMIT')
    return !applied
  } catch (error) {
    // A connection that broke undoes by itself; the reason to report is the first error.
    await connection.exec('ROLLBACK').catch(() => {})
    throw new Error(
      `Migration ${name} failed and was undone: ${error instanceof Error ? error.message : String(error)}`,
      {
        cause: error,
      },
    )
  }
}

async function refuseNewerDatabase(connection: MigrationConnection, known: string[]): Promise<void> {
  const { rows } = await connection.query<{ name: string }>(
    'SELECT "migration_name" AS "name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL ORDER BY 1',
  )
  const unknown = rows.map((row) => row.name).filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    throw new Error(
      `The database was made by a newer version: it has the migration ${unknown.join(', ')}. Update first.`,
    )
  }
}

/**
 * Applies the migrations of a folder that the database does not have yet, each in a transaction of its own, so that a
 * failing one leaves nothing. Servers that start together wait for each other.
 * @returns the names of those it applied
 * @throws Error that names the failing migration and the reason, or one that this version does not know
 */
export async function migrate(
  connection: MigrationConnection,
  folder = path.resolve('prisma/migrations'),
): Promise<string[]> {
  // Read as they lie in the clone, not bundled: hence the notes to the bundler.
  const names = (await readdir(/* turbopackIgnore: true */ folder)).filter((entry) => /^\d{3}_/.test(entry)).sort()
  const applied: string[] = []
  for (const name of names) {
    const sql = await readFile(/* turbopackIgnore: true */ path.join(folder, name, 'migration.sql'), 'utf8')
    if (await applyOne(connection, name, sql)) applied.push(name)
  }
  await refuseNewerDatabase(connection, names)
  return applied
}
