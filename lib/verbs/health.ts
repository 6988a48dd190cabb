import { version } from '../../package.json'
import { db, openedDatabase } from '../db'
import type { Visitor } from './steps/authorize'

interface Health {
  status: 'ok' | 'unavailable'
  version: string
  database: 'embedded' | 'postgres'
}

/** Whether the database answers. */
export async function readHealth(_visitor: Visitor): Promise<Health> {
  const database = openedDatabase().choice.kind
  const status = await db().$queryRaw`SELECT 1`.then(
    () => 'ok' as const,
    () => 'unavailable' as const,
  )
  return { status, version, database }
}
