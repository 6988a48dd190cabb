import { db, oneServerAtATime, openDatabase, transaction } from '@/lib/db'
import { testEngine, withTestDatabase } from '../support/database'

withTestDatabase()

const setting = (key: string) => ({ data: { key, value: 'x' } })

async function failingInsert(sqlState: string): Promise<unknown> {
  await db().$executeRawUnsafe(`CREATE FUNCTION fail_now() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'refused' USING ERRCODE = '${sqlState}'; END $$`)
  await db().$executeRaw`CREATE TRIGGER fail BEFORE INSERT ON "ServerSetting" FOR EACH ROW EXECUTE FUNCTION fail_now()`
  try {
    return await transaction((tx) => tx.serverSetting.create(setting('a'))).catch((error: unknown) => error)
  } finally {
    await db().$executeRaw`DROP FUNCTION fail_now() CASCADE`
  }
}

describe('openDatabase', () => {
  it('refuses a second database in one process', async () => {
    await expect(openDatabase({ kind: 'embedded', folder: 'memory' })).rejects.toThrow('open already')
  })
})

describe('db', () => {
  it('throws at an undefined filter instead of finding every row', async () => {
    await db().serverSetting.create(setting('a'))
    const undefinedKey = undefined as unknown as string
    await expect(db().serverSetting.deleteMany({ where: { key: undefinedKey } })).rejects.toThrow('undefined')
    expect(await db().serverSetting.count()).toBe(1)
  })

  it('keeps a time in UTC whatever the time zone of the session', async () => {
    const at = new Date('2026-03-01T12:00:00.123Z')
    await transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL TIME ZONE 'Europe/Berlin'`
      await tx.rateLimit.create({ data: { key: 'a', points: 1, expire: at } })
    })
    expect((await db().rateLimit.findUniqueOrThrow({ where: { key: 'a' } })).expire).toEqual(at)
  })
})

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
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await db().serverSetting.count()).toBe(0)
  })

  it('fails when the COMMIT fails, and the next one works', async () => {
    await db().$executeRaw`CREATE TABLE checked_late (a int UNIQUE DEFERRABLE INITIALLY DEFERRED)`
    try {
      const failing = transaction((tx) => tx.$executeRaw`INSERT INTO checked_late VALUES (1), (1)`)
      await expect(failing).rejects.toMatchObject({ code: 'conflict' })
      await transaction((tx) => tx.serverSetting.create(setting('a')))
      expect(await db().serverSetting.count()).toBe(1)
    } finally {
      await db().$executeRaw`DROP TABLE checked_late`
    }
  })

  it('carries out two hundred that come at once', async () => {
    const keys = Array.from({ length: 200 }, (_, index) => `key ${index}`)
    await Promise.all(keys.map((key) => transaction((tx) => tx.serverSetting.create(setting(key)))))
    expect(await db().serverSetting.count()).toBe(200)
  })

  it('answers a row that somebody else made at the same time with a conflict', async () => {
    await db().serverSetting.create(setting('a'))
    const second = transaction((tx) => tx.serverSetting.create(setting('a')))
    await expect(second).rejects.toMatchObject({ code: 'conflict' })
  })

  it.each(['40001', '40P01', 'P0001'])('answers SQLSTATE %s with a conflict', async (sqlState) => {
    expect(await failingInsert(sqlState)).toMatchObject({ code: 'conflict' })
  })

  it('says of a full disk that nothing was written, and what to do', async () => {
    expect(await failingInsert('53100')).toMatchObject({
      ...{ code: 'storage_full', status: 507 },
      message: expect.stringMatching(/disk of the database is full.*free space/),
    })
  })

  it('leaves any other failure as it was', async () => {
    expect(await failingInsert('22012')).toMatchObject({ message: expect.stringContaining('refused') })
  })
})

if (testEngine === 'postgres') {
  describe('oneServerAtATime', () => {
    it('lets the second wait until the first is done', async () => {
      const steps: string[] = []
      const work = async () => {
        steps.push('begin')
        await new Promise((resolve) => setTimeout(resolve, 100))
        steps.push('end')
      }
      await Promise.all([oneServerAtATime(work), oneServerAtATime(work)])
      expect(steps).toEqual(['begin', 'end', 'begin', 'end'])
    })
  })
}

describe('the test engine', () => {
  it('is the one that the project names', async () => {
    const [row] = await db().$queryRaw<{ version: string }[]>`SELECT version()`
    expect(row?.version.includes('emscripten') || row?.version.includes('wasm')).toBe(testEngine === 'embedded')
  })
})
