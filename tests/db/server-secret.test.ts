import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { closeDatabase, db, openDatabase } from '@/lib/db'
import { closeTestDatabase, openTestDatabase, testEngine } from '../support/database'

/** Asks as another process would: nothing is remembered from before. */
async function secretOfAnotherProcess(): Promise<string> {
  jest.resetModules()
  const { serverSecret } = await import('@/lib/server-secret')
  return serverSecret()
}

describe('serverSecret of servers that share a database', () => {
  beforeAll(openTestDatabase, 30_000)
  afterAll(closeTestDatabase)

  it('is made once, long, and kept in the database', async () => {
    const secret = await secretOfAnotherProcess()
    expect(secret.length).toBeGreaterThanOrEqual(43)
    expect(await secretOfAnotherProcess()).toBe(secret)
  })

  it('is the same for two that make it at the same time', async () => {
    await db().serverSetting.deleteMany()
    const [one, other] = await Promise.all([secretOfAnotherProcess(), secretOfAnotherProcess()])
    expect(one).toBe(other)
  })

  it('is NEXTAUTH_SECRET where that is set', async () => {
    process.env.NEXTAUTH_SECRET = 'chosen by the operator'
    try {
      expect(await secretOfAnotherProcess()).toBe('chosen by the operator')
    } finally {
      delete process.env.NEXTAUTH_SECRET
    }
  })
})

if (testEngine === 'embedded') {
  describe('serverSecret beside the embedded database', () => {
    it('is kept in a file that only its owner can read, and not in the database', async () => {
      const folder = await mkdtemp(path.join(tmpdir(), 'framewise-secret-'))
      await openDatabase({ kind: 'embedded', folder })
      try {
        const [one, other] = await Promise.all([secretOfAnotherProcess(), secretOfAnotherProcess()])
        expect(one).toBe(other)
        expect((await stat(path.join(folder, 'session-secret'))).mode & 0o777).toBe(0o600)
        expect(await db().serverSetting.count()).toBe(0)
      } finally {
        await closeDatabase()
        await rm(folder, { recursive: true })
      }
    })
  })
}
