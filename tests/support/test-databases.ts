import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** The migrated, empty database that each test file on PostgreSQL gets a copy of. */
export const templateDatabase = 'framewise_template'

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

/**
 * The PostgreSQL server that the setup of this run found or started.
 * @returns undefined when this machine has none
 */
export function testServerUrl(): string | undefined {
  return process.env.FRAMEWISE_TEST_SERVER
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** A database of its own on the test server; `drop` disconnects whoever still uses it. */
export interface TestDatabase {
  url: string
  drop(): Promise<void>
}

/**
 * Makes a database on the test server: a copy of the migrated one, or an empty one.
 * @throws Error saying how to get a server when there is none
 */
export async function createPostgresDatabase(content: 'migrated' | 'empty' = 'migrated'): Promise<TestDatabase> {
  const server = testServerUrl()
  if (!server) throw new Error('This test needs a PostgreSQL server: apt-get install postgresql')
  const name = `framewise_${randomBytes(6).toString('hex')}`
  const template = content === 'migrated' ? templateDatabase : 'template0'
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  return {
    url: withDatabase(server, name),
    drop: () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  }
}
