import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { type Prisma, PrismaClient } from '../prisma/generated/client'
import { mapDatabaseError } from './db-errors'
import { lockFolder } from './folder-lock'
import { type MigrationConnection, migrate } from './migrations'

/** Which database to open: the embedded one in a folder (or in memory, for tests), or a PostgreSQL server. */
export type DatabaseChoice =
  | { kind: 'embedded'; folder: string | 'memory'; image?: Blob; address?: string }
  | { kind: 'postgres'; url: string }

export type Transaction = Prisma.TransactionClient

interface OpenDatabase {
  choice: DatabaseChoice
  client: PrismaClient
  /** The embedded database itself; LISTEN needs it. */
  embedded?: PGlite
  close(): Promise<void>
}

// In production, pages and routes have separate copies of this module: the one client must be kept outside of both.
const shared = globalThis as typeof globalThis & { framewiseDatabase?: Promise<OpenDatabase> | OpenDatabase }

const clientOptions = { transactionOptions: { maxWait: 15_000, timeout: 30_000 } }

/** The adapter answers a failing COMMIT as if it had worked. Here it is a statement of its own, whose failure is seen. */
class CommittingPGlite extends PrismaPGlite {
  override async connect() {
    const adapter = await super.connect()
    const start = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (isolationLevel) => {
      const transaction = await start(isolationLevel)
      const release = transaction.commit.bind(transaction)
      transaction.commit = () =>
        transaction.executeRaw({ sql: 'COMMIT', args: [], argTypes: [] }).then(release, async (error: unknown) => {
          await release()
          throw error
        })
      return transaction
    }
    return adapter
  }
}

/**
 * Closes it when no query is under way, and lets none begin any more: one that is cut off in its middle, or comes after
 * the end, would never return and keep the process from ending.
 */
function closeBetweenQueries(embedded: PGlite): Promise<void> {
  return new Promise((resolve) => {
    void embedded._runExclusiveQuery(() => {
      resolve(embedded.close())
      return new Promise<never>(() => undefined)
    })
  })
}

async function openEmbedded(choice: DatabaseChoice & { kind: 'embedded' }): Promise<OpenDatabase> {
  const inMemory = choice.folder === 'memory'
  const unlock = inMemory ? undefined : await lockFolder(choice.folder, choice.address ?? 'no address')
  let embedded: PGlite | undefined
  const close = async () => {
    if (embedded) await closeBetweenQueries(embedded)
    await unlock?.()
  }
  try {
    const dataDir = inMemory ? 'memory://' : path.join(choice.folder, 'database')
    embedded = await PGlite.create({ dataDir, ...(choice.image ? { loadDataDir: choice.image } : {}) })
    // PGlite knows the array types that it found when it opened, not those of a migration just applied.
    if ((await migrate(embedded)).length > 0) await embedded.refreshArrayTypes()
    const client = new PrismaClient({ adapter: new CommittingPGlite(embedded), ...clientOptions })
    return { choice, client, embedded, close: () => client.$disconnect().then(close) }
  } catch (error) {
    await close()
    throw error
  }
}

/** One connection to a PostgreSQL server, as the migrations use it. */
export function migrationConnection(client: pg.Client): MigrationConnection {
  return {
    exec: (sql) => client.query(sql),
    query: async <Row>(sql: string, values?: unknown[]) => ({ rows: (await client.query(sql, values)).rows as Row[] }),
  }
}

/** Brings the database of a PostgreSQL server up to date. */
export async function migrateServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await migrate(migrationConnection(client))
  } finally {
    await client.end()
  }
}

async function openServer(choice: DatabaseChoice & { kind: 'postgres' }): Promise<OpenDatabase> {
  await migrateServer(choice.url)
  const client = new PrismaClient({ adapter: new PrismaPg({ connectionString: choice.url }), ...clientOptions })
  return { choice, client, close: () => client.$disconnect() }
}

/**
 * Opens the database of this process and brings it up to date. Called once, when the server or a test starts.
 * @throws Error when one is open already, when the folder is in use, or when a migration fails
 */
export async function openDatabase(choice: DatabaseChoice): Promise<void> {
  if (shared.framewiseDatabase) throw new Error('A database is open already.')
  shared.framewiseDatabase = choice.kind === 'embedded' ? openEmbedded(choice) : openServer(choice)
  try {
    shared.framewiseDatabase = await shared.framewiseDatabase
  } catch (error) {
    delete shared.framewiseDatabase
    throw error
  }
}

export async function closeDatabase(): Promise<void> {
  const open = await shared.framewiseDatabase
  delete shared.framewiseDatabase
  await open?.close()
}

/** The open database, for what Prisma cannot do (LISTEN). */
export function openedDatabase(): OpenDatabase {
  const open = shared.framewiseDatabase
  if (!open || open instanceof Promise) throw new Error('The database is not open.')
  return open
}

/** The one Prisma client, for reading. Never inside a transaction: it would wait for itself. */
export function db(): PrismaClient {
  return openedDatabase().client
}

/**
 * Runs the work in one transaction: all of it is written, or nothing.
 * @throws AppError conflict when somebody else wrote the same at the same time
 */
export async function transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  try {
    return await db().$transaction(work)
  } catch (error) {
    throw mapDatabaseError(error)
  }
}

/** Any number that no other program takes as an advisory lock in this database. */
const oneServerLock = 7233402719

/** Does something that two servers on one database must not do at once: the second waits. */
export async function oneServerAtATime<Result>(work: () => Promise<Result>): Promise<Result> {
  const { choice } = openedDatabase()
  // The folder's lock has seen to it that the embedded database has one server.
  if (choice.kind === 'embedded') return work()
  const holder = new pg.Client({ connectionString: choice.url })
  await holder.connect()
  try {
    await holder.query('SELECT pg_advisory_lock($1)', [oneServerLock])
    return await work()
  } finally {
    await holder.end()
  }
}
