import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import type { RowEdit } from '@/components/coding-desk/outbox/record'
import { rowsById } from '@/components/coding-desk/outbox/rows'
import { emptyHistory, type History, redo, remember, stillTrue, undo } from '@/components/coding-desk/undo/history'
import { HistoryStore } from '@/components/coding-desk/undo/history-store'
import { row, uuid, value } from '../coding-view'

const hero = value('hero', 0, 6)
const villain = value('villain', 0, 6)
const made = (id: string): RowEdit => ({ kind: 'annotation', id, before: null, after: hero })
const recoded = (id: string): RowEdit => ({ kind: 'annotation', id, before: hero, after: villain })

beforeAll(() => {
  globalThis.structuredClone ??= (of: unknown) => JSON.parse(JSON.stringify(of))
})

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

/** Closes the page and opens it again. */
async function afterReload(store: HistoryStore, codingId = uuid(1)): Promise<History> {
  await store.close()
  const next = new HistoryStore(codingId)
  const history = await next.load()
  await next.close()
  return history
}

describe('the undo history of a coding', () => {
  test('is there again after a reload, with what can be undone and what can be done again', async () => {
    const store = new HistoryStore(uuid(1))
    let history = emptyHistory
    for (const id of ['a', 'b', 'c']) {
      history = remember(history, [made(id)])
      await store.save(history)
    }
    history = undo(history)?.history ?? history
    await store.save(history)
    const kept = await afterReload(store)
    expect(kept).toEqual(history)
    expect(redo(kept)?.edits).toEqual([made('c')])
  })

  test('forgets what was undone once something else was done', async () => {
    const store = new HistoryStore(uuid(1))
    const two = remember(remember(emptyHistory, [made('a')]), [made('b')])
    await store.save(two)
    const other = remember(undo(two)?.history ?? two, [made('c')])
    await store.save(other)
    expect(await afterReload(store)).toEqual(other)
  })

  test('is read whole, also when something is done while it is being read', async () => {
    const store = new HistoryStore(uuid(1))
    const two = remember(remember(emptyHistory, [made('a')]), [made('b')])
    await store.save(two)
    await store.close()
    const next = new HistoryStore(uuid(1))
    const reading = next.load()
    void next.save(remember(emptyHistory, [made('c')]))
    expect(await reading).toEqual(two)
    await next.close()
  })

  test('is kept apart from that of other codings', async () => {
    const store = new HistoryStore(uuid(1))
    await store.save(remember(emptyHistory, [made('a')]))
    expect(await afterReload(store, uuid(2))).toEqual(emptyHistory)
  })

  test('holds thousands of steps, each written once', async () => {
    const store = new HistoryStore(uuid(1))
    let history = emptyHistory
    for (let n = 0; n < 2000; n += 1) history = remember(history, [made(String(n))])
    await store.save(history)
    history = undo(history)?.history ?? history
    await store.save(history)
    expect((await afterReload(store)).past).toHaveLength(1999)
  })
})

describe('an earlier history', () => {
  const history = remember(remember(remember(emptyHistory, [made('a')]), [made('b')]), [recoded('a')])

  test('is taken up whole where the rows are as it left them', () => {
    expect(stillTrue(history, rowsById([row('a', villain), row('b', hero)]))).toEqual(history)
  })

  test('loses what was done to a row that somebody changed in the meantime', () => {
    const { past } = stillTrue(history, rowsById([row('a', hero), row('b', hero)]))
    expect(past.map(({ edits }) => edits)).toEqual([[made('b')]])
  })

  test('can still do again what was undone on an unchanged row', () => {
    const back = undo(history)?.history ?? history
    expect(stillTrue(back, rowsById([row('a', hero), row('b', hero)]))).toEqual(back)
    expect(stillTrue(back, rowsById([row('a', villain), row('b', hero)])).future).toEqual([])
  })
})
