import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { type Prisma, PrismaClient } from '../prisma/generated/client'
import { type MigrationConnection, migrate } from './migrations'

/** Which database to open: the embedded one in a folder (or in memory, for tests), or a PostgreSQL server. */
export type DatabaseChoice =
  | { kind: 'embedded'; folder: string | 'memory'; image?: Blob }
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
const shared = globalThis as typeof globalThis & { framewiseDatabase?: OpenDatabase }

const clientOptions = { transactionOptions: { maxWait: 15_000, timeout: 30_000 } }

async function openEmbedded(choice: DatabaseChoice & { kind: 'embedded' }): Promise<OpenDatabase> {
  if (choice.folder !== 'memory') await mkdir(choice.folder, { recursive: true })
  const dataDir = choice.folder === 'memory' ? 'memory://' : path.join(choice.folder, 'database')
  const embedded = await PGlite.create({ dataDir, ...(choice.image ? { loadDataDir: choice.image } : {}) })
  await migrate(embedded)
  const client = new PrismaClient({ adapter: new PrismaPGlite(embedded), ...clientOptions })
  return {
    choice,
    client,
    embedded,
    close: async () => {
      await client.$disconnect()
      await embedded.close()
    },
  }
}

/** Brings the database of a PostgreSQL server up to date. */
export async function migrateServer(url: string): Promise<void> {
  const connection = new pg.Client({ connectionString: url })
  await connection.connect()
  try {
    const statements: MigrationConnection = {
      exec: (sql) => connection.query(sql),
      query: async <Row>(sql: string, values?: unknown[]) => ({
        rows: (await connection.query(sql, values)).rows as Row[],
      }),
    }
    await migrate(statements)
  } finally {
    await connection.end()
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
  shared.framewiseDatabase = choice.kind === 'embedded' ? await openEmbedded(choice) : await openServer(choice)
}

export async function closeDatabase(): Promise<void> {
  const open = shared.framewiseDatabase
  delete shared.framewiseDatabase
  await open?.close()
}

/** The open database, for what Prisma cannot do (LISTEN). */
export function openedDatabase(): OpenDatabase {
  if (!shared.framewiseDatabase) throw new Error('The database is not open.')
  return shared.framewiseDatabase
}

/** The one Prisma client, for reading. Never inside a transaction: it would wait for itself. */
export function db(): PrismaClient {
  return openedDatabase().client
}

/** Runs the work in one transaction: all of it is written, or nothing. */
export function transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return db().$transaction(work)
}
