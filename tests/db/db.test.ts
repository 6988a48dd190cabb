import { db, transaction } from '@/lib/db'
import { withTestDatabase } from '../support/database'

withTestDatabase()

const setting = (key: string, value = 'x') => ({ data: { key, value } })

describe('transaction', () => {
  it('writes all of it', async () => {
    await transaction(async (tx) => {
      await tx.serverSetting.create(setting('a'))
      await tx.serverSetting.create(setting('b'))
    })
    expect(await db().serverSetting.count()).toBe(2)
  })

  it('writes nothing when the work throws', async () => {
    const failing = transaction(async (tx) => {
      await tx.serverSetting.create(setting('a'))
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await db().serverSetting.count()).toBe(0)
  })

  it('begins each test with empty tables', async () => {
    expect(await db().serverSetting.count()).toBe(0)
  })
})
