import pg from 'pg'
import { migrateServer } from '../../lib/db'
import { type PostgresServer, startPostgres } from './postgres-server'
import { templateDatabase, withDatabase } from './test-databases'

const shared = globalThis as typeof globalThis & { framewisePostgres?: PostgresServer | undefined }

async function makeTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`DROP DATABASE IF EXISTS ${templateDatabase}`)
    await client.query(`CREATE DATABASE ${templateDatabase} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'`)
  } finally {
    await client.end()
  }
  await migrateServer(withDatabase(url, templateDatabase))
}

/** Runs once before the tests that need a PostgreSQL server: finds or starts one and migrates a template database. */
export default async function setup(): Promise<void> {
  let url = process.env.DATABASE_URL_FOR_TESTS
  if (!url) {
    shared.framewisePostgres = await startPostgres()
    url = shared.framewisePostgres?.url
  }
  if (!url) {
    console.error('\nNO POSTGRESQL SERVER on this machine. To get one: apt-get install postgresql\n')
    return
  }
  await makeTemplate(url)
  process.env.FRAMEWISE_TEST_SERVER = url
}
