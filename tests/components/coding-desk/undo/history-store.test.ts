import { openDB } from 'idb'
import type { KnownRow } from '@/components/coding-desk/outbox/rows'
import { noted, nothingHeld } from '@/components/coding-desk/undo/held-history'
import { HistoryStore } from '@/components/coding-desk/undo/history-store'
import { pageSize } from '@/components/coding-desk/undo/paging'
import { row, uuid } from '../coding-view'
import { coder, withCoders } from './coder'
import { hero, made } from './made-edits'

withCoders()

/** A coder who made so many rows before. */
const coderOf = (ids: readonly string[]) => coder(new Map(ids.map((id) => [id, row(id, hero) as KnownRow])))

const stores: HistoryStore[] = []

function newStore(codingId = uuid(1)): HistoryStore {
  const store = new HistoryStore(codingId)
  stores.push(store)
  return store
}

afterEach(async () => {
  for (const store of stores.splice(0)) await store.close()
})

/** A history of so many steps, all in memory. */
function steps(count: number) {
  return Array.from({ length: count }, (_, n) => String(n)).reduce((held, id) => noted(held, [made(id)]), nothingHeld)
}

describe('what the browser keeps of a history', () => {
  test('is how far it reaches, and its steps page by page', async () => {
    const store = newStore()
    await store.open()
    await store.save(steps(pageSize + 10))
    const again = newStore()
    const reach = { here: pageSize + 10, end: pageSize + 10, changed: new Map() }
    expect(await again.open()).toEqual(reach)
    const last = await again.pageBefore(reach.here)
    expect(last.steps).toEqual(steps(pageSize + 10).past.slice(10))
    expect(last.hasMore).toBe(true)
    const first = await again.pageBefore(10)
    expect(first).toEqual({ steps: steps(10).past, hasMore: false })
    expect(await again.pageFrom(0, 5)).toEqual({ steps: steps(5).past, hasMore: false })
    expect(await again.pageBefore(0)).toEqual({ steps: [], hasMore: false })
  })

  test('is kept apart from that of other codings', async () => {
    const store = newStore()
    await store.open()
    await store.save(steps(3))
    expect(await newStore(uuid(2)).open()).toEqual({ here: 0, end: 0, changed: new Map() })
    expect(await newStore(uuid(0)).open()).toEqual({ here: 0, end: 0, changed: new Map() })
  })

  test('is not written over where the browser cannot say what it is', async () => {
    const store = newStore()
    await store.open()
    await store.save(steps(3))
    const unread = newStore()
    const refused = jest.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('not now', 'UnknownError')
    })
    expect(await unread.open()).toBeNull()
    refused.mockRestore()
    await unread.save(steps(1))
    expect(await newStore().open()).toMatchObject({ here: 3, end: 3 })
  })

  test('may have gaps', async () => {
    const store = newStore()
    await store.open()
    await store.save(steps(10))
    const database = await openDB('framewise-history', 1)
    await database.delete('steps', IDBKeyRange.bound([uuid(1), 2], [uuid(1), 7]))
    database.close()
    const ana = coderOf(Array.from({ length: 10 }, (_, n) => String(n)))
    expect(await ana.all('undo')).toBe(4)
  })

  test('is read as it was written before there were pages', async () => {
    const database = await openDB('framewise-history', 1, {
      upgrade(created) {
        created.createObjectStore('steps')
        created.createObjectStore('places')
      },
    })
    for (let n = 0; n < 300; n += 1) await database.put('steps', { edits: [made(`row ${n}`)] }, [uuid(1), n])
    await database.put('places', 200, uuid(1))
    database.close()
    const ana = coderOf(Array.from({ length: 200 }, (_, n) => `row ${n}`))
    expect(await ana.all('redo')).toBe(100)
    expect(await ana.all('undo')).toBe(300)
    expect(ana.standing()).toEqual({})
  })
})
