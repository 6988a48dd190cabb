import { announce, type StudyChange, stopChanges, subscribe } from '@/lib/changes'
import { db, transaction } from '@/lib/db'
import { testEngine, withTestDatabase } from '../support/database'

withTestDatabase()
afterEach(stopChanges)

const studyId = '01890000-0000-7000-8000-000000000001'
const change: StudyChange = { studyId, about: 'coding', codingId: 'one', coderId: 'ana' }

/** A subscriber that remembers what it was told, and lets a test wait for the next thing. */
function listener() {
  const heard: unknown[] = []
  let wake = () => {}
  const tell = (what: unknown) => {
    heard.push(what)
    wake()
  }
  return {
    heard,
    changed: (changed: StudyChange) => tell(changed),
    missed: () => tell('missed'),
    ended: () => tell('ended'),
    next: () =>
      new Promise<void>((resolve) => {
        wake = resolve
      }),
  }
}

/** Every change that committed before this one has been heard once this one is. */
async function everythingHeard(ear: ReturnType<typeof listener>): Promise<unknown[]> {
  const last: StudyChange = { studyId, about: 'members' }
  const arrives = new Promise<void>((resolve) => {
    const wait = async () => {
      while (!ear.heard.some((what) => JSON.stringify(what) === JSON.stringify(last))) await ear.next()
      resolve()
    }
    wait()
  })
  await transaction((tx) => announce(tx, last))
  await arrives
  return ear.heard.slice(0, -1)
}

describe('subscribe', () => {
  it('hears of a change after its transaction has committed, not before', async () => {
    const ear = listener()
    await subscribe(ear)
    await transaction(async (tx) => {
      await announce(tx, change)
      await tx.$queryRaw`SELECT 1`
      expect(ear.heard).toEqual([])
    })
    expect(await everythingHeard(ear)).toEqual([change])
  })

  it('never hears of a change that was rolled back', async () => {
    const ear = listener()
    await subscribe(ear)
    const failing = transaction(async (tx) => {
      await announce(tx, change)
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await everythingHeard(ear)).toEqual([])
  })

  it('tells every subscriber, until it ends its subscription', async () => {
    const [first, second] = [listener(), listener()]
    const end = await subscribe(first)
    await subscribe(second)
    end()
    await transaction((tx) => announce(tx, change))
    expect(await everythingHeard(second)).toEqual([change])
    expect(first.heard).toEqual([])
  })

  it('tells the others when one fails', async () => {
    const fail = () => {
      throw new Error('its reader is gone')
    }
    const ear = listener()
    await subscribe({ changed: fail, missed: fail, ended: fail })
    await subscribe(ear)
    await transaction((tx) => announce(tx, change))
    expect(await everythingHeard(ear)).toEqual([change])
  })

  it('can begin again after everything was stopped', async () => {
    await subscribe(listener())
    await stopChanges()
    const ear = listener()
    await subscribe(ear)
    await transaction((tx) => announce(tx, change))
    expect(await everythingHeard(ear)).toEqual([change])
  })
})

describe('stopChanges', () => {
  it('ends every subscription once', async () => {
    const ear = listener()
    await subscribe(ear)
    await stopChanges()
    await stopChanges()
    expect(ear.heard).toEqual(['ended'])
  })
})

if (testEngine === 'postgres') {
  const killListener = () => db().$queryRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE query LIKE 'LISTEN %' AND datname = current_database() AND pid <> pg_backend_pid()`

  describe('when the connection that listens is killed', () => {
    it('connects again, says that changes may have been missed, and hears of later ones', async () => {
      const ear = listener()
      await subscribe(ear)
      for (const _ of ['once', 'twice']) {
        const missed = ear.next()
        expect(await killListener()).toHaveLength(1)
        await missed
      }
      await transaction((tx) => announce(tx, change))
      expect(await everythingHeard(ear)).toEqual(['missed', 'missed', change])
    })

    it('does not connect again after everything was stopped', async () => {
      await subscribe(listener())
      await killListener()
      await stopChanges()
      await new Promise((resolve) => setTimeout(resolve, 300))
      expect(await killListener()).toEqual([])
    })
  })
}
