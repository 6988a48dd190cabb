import { IDBDatabase, IDBObjectStore } from 'fake-indexeddb'
import { pageSize } from '@/components/coding-desk/undo/paging'
import { coder, withCoders } from './coder'
import { made } from './made-edits'

withCoders()

describe('where the browser keeps nothing', () => {
  const expectAll = async (ana: ReturnType<typeof coder>) => {
    await ana.makes(500)
    expect(ana.history.stepsInMemory).toBe(500)
    expect(await ana.all('undo')).toBe(500)
    expect(ana.standing()).toEqual({})
    expect(await ana.all('redo')).toBe(500)
  }

  test('without a database all is in memory', async () => {
    jest.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('not here', 'SecurityError')
    })
    await expectAll(coder())
  })

  test('with a database that takes nothing all is in memory', async () => {
    jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    await expectAll(coder())
  })

  test('what could not be written for a while is written later', async () => {
    const ana = coder()
    await ana.makes(100)
    const full = jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    await ana.makes(200, 100)
    expect(ana.history.stepsInMemory).toBeGreaterThanOrEqual(200)
    full.mockRestore()
    await ana.makes(1, 300)
    expect(ana.history.stepsInMemory).toBeLessThanOrEqual(2 * pageSize)
    await ana.reload()
    expect(await ana.all('undo')).toBe(301)
  })

  test('a database that the browser took away is opened anew, to read and to write', async () => {
    const ana = coder()
    await ana.makes(300)
    const open = IDBDatabase.prototype.transaction
    const dead = new WeakSet<IDBDatabase>()
    const takeAway = () => {
      let taken: IDBDatabase | undefined
      jest.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...rest) {
        taken ??= this
        dead.add(taken)
        if (dead.has(this)) throw new DOMException('The database connection is closing.', 'InvalidStateError')
        return open.apply(this, rest)
      })
    }
    takeAway()
    expect(await ana.all('undo')).toBe(300)
    takeAway()
    ana.does([made('last')])
    await ana.reload()
    expect(await ana.all('undo')).toBe(1)
  })

  test('a page that cannot be read any more is dropped', async () => {
    const ana = coder()
    await ana.makes(300)
    jest.spyOn(IDBObjectStore.prototype, 'openCursor').mockImplementation(() => {
      throw new DOMException('gone', 'UnknownError')
    })
    const inMemory = ana.history.stepsInMemory
    expect(await ana.all('undo')).toBe(inMemory)
    expect(ana.can).toEqual({ canUndo: false, canRedo: true })
  })
})
