import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { migrationConnection } from '@/lib/db'
import type { MigrationConnection } from '@/lib/migrations'
import { embeddedImage, testEngine } from './database'
import { createPostgresDatabase } from './test-databases'

/** A database without any table, on the project's engine. */
export interface EmptyDatabase {
  connection: MigrationConnection
  /** Another connection, as another server would have; the embedded database has only one. */
  connect(): Promise<MigrationConnection>
  close(): Promise<void>
}

async function openEmbedded(): Promise<EmptyDatabase> {
  // Emptying a copy takes a fifth of the time that making a database takes.
  const database = await PGlite.create({ loadDataDir: await embeddedImage() })
  await database.exec('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  const refuse = () => Promise.reject(new Error('The embedded database has one connection.'))
  return { connection: database, connect: refuse, close: () => database.close() }
}

async function openServer(): Promise<EmptyDatabase> {
  const { url, drop } = await createPostgresDatabase('empty')
  const clients: pg.Client[] = []
  const connect = async () => {
    const client = new pg.Client({ connectionString: url })
    clients.push(client)
    await client.connect()
    return migrationConnection(client)
  }
  return {
    connection: await connect(),
    connect,
    close: async () => {
      for (const client of clients) await client.end()
      await drop()
    },
  }
}

export function openEmptyDatabase(): Promise<EmptyDatabase> {
  return testEngine === 'embedded' ? openEmbedded() : openServer()
}
