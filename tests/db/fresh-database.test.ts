import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { closeDatabase, db, openDatabase } from '@/lib/db'
import { testEngine } from '../support/database'
import { createPostgresDatabase } from '../support/test-databases'

let close: () => Promise<void>

async function openFresh(): Promise<void> {
  if (testEngine === 'postgres') {
    const { url, drop } = await createPostgresDatabase('empty')
    close = drop
    await openDatabase({ kind: 'postgres', url })
  } else {
    const folder = await mkdtemp(path.join(tmpdir(), 'framewise-fresh-'))
    close = () => rm(folder, { recursive: true })
    await openDatabase({ kind: 'embedded', folder })
  }
}

beforeAll(openFresh, 30_000)

afterAll(async () => {
  await closeDatabase()
  await close()
})

describe('a database that was empty a moment ago', () => {
  it('can be asked for the values of its array columns', async () => {
    expect(await db().membership.count({ where: { roles: { has: 'coder' } } })).toBe(0)
    expect(await db().membership.count({ where: { roles: { hasEvery: ['coder', 'lead'] } } })).toBe(0)
  })
})
