import { knownRows } from '@/components/coding-desk/outbox/rows'
import {
  back,
  type HeldHistory,
  hasFuture,
  hasPast,
  noted,
  nothingHeld,
  withoutRows,
} from '@/components/coding-desk/undo/held-history'
import { missingSide, pageSize, withinBounds, withPage } from '@/components/coding-desk/undo/paging'
import { row } from '../coding-view'
import { deleted, hero, made, recoded, villain } from './made-edits'

function steps(count: number, from = nothingHeld): HeldHistory {
  return Array.from({ length: count }, (_, n) => String(n)).reduce((held, id) => noted(held, [made(id)]), from)
}

function undone(held: HeldHistory, times: number): HeldHistory {
  return times === 0 ? held : undone(back(held)?.held ?? held, times - 1)
}

/** A history of which everything is still in the browser. */
function unread({ here, end, changed }: HeldHistory): HeldHistory {
  return { ...nothingHeld, here, end, changed, earlier: here, later: here }
}

const everything = () => true

describe('what is in memory', () => {
  test('loses its first page as soon as it is more than two', () => {
    expect(withinBounds(steps(2 * pageSize), everything).past).toHaveLength(2 * pageSize)
    const held = withinBounds(steps(2 * pageSize + 1), everything)
    expect(held.past).toHaveLength(pageSize + 1)
    expect(held.earlier).toBe(pageSize)
    expect(held.past[0]?.place).toBe(pageSize)
  })

  test('loses of what was undone the page that is done again last', () => {
    const held = withinBounds(undone(steps(200), 2 * pageSize + 1), everything)
    expect(held.future).toHaveLength(pageSize + 1)
    expect(held.later).toBe(200 - pageSize)
    expect(hasFuture(held)).toBe(true)
  })

  test('loses nothing that the browser does not keep', () => {
    const held = steps(500)
    expect(withinBounds(held, (step) => step.place !== 3).past).toEqual(held.past)
  })

  test('misses a page where less than half of one is left and the browser keeps more', () => {
    const held = withinBounds(steps(200), everything)
    expect(missingSide(held)).toBeNull()
    expect(missingSide(undone(held, held.past.length - pageSize / 2))).toBeNull()
    expect(missingSide(undone(held, held.past.length - pageSize / 2 + 1))).toBe('back')
    expect(missingSide(steps(1))).toBeNull()
  })

  test('can be undone as long as the browser keeps something', () => {
    const held = undone(withinBounds(steps(200), everything), 200)
    expect(held.past).toEqual([])
    expect(hasPast(held)).toBe(true)
    expect(hasPast(withPage(held, 'back', { steps: [], hasMore: false }, new Map()))).toBe(false)
  })

  test('puts new work behind what only the browser keeps, and ends what was undone', () => {
    const held = undone(withinBounds(steps(200), everything), 200)
    const next = noted(held, [made('new')])
    expect(next.past).toEqual([{ edits: [made('new')], place: held.earlier }])
    expect([next.earlier, next.later, next.end]).toEqual([held.earlier, held.earlier + 1, held.earlier + 1])
  })
})

describe('an earlier history', () => {
  const history = noted(noted(noted(nothingHeld, [made('a')]), [made('b')]), [recoded('a')])
  const page = { steps: history.past, hasMore: false }

  test('is taken up whole where the rows are as it left them', () => {
    const held = withPage(unread(history), 'back', page, knownRows([row('a', villain), row('b', hero)]))
    expect(held.past).toEqual(history.past)
  })

  test('loses what was done to a row that somebody changed in the meantime', () => {
    const held = withPage(unread(history), 'back', page, knownRows([row('a', hero), row('b', hero)]))
    expect(held.past.map(({ edits }) => edits)).toEqual([[made('b')]])
  })

  test('loses it in the pages before as well', () => {
    const rows = knownRows([row('a', hero), row('b', hero)])
    const later = withPage(unread(history), 'back', { steps: history.past.slice(2), hasMore: true }, rows)
    const held = withPage(later, 'back', { steps: history.past.slice(0, 2), hasMore: false }, rows)
    expect(held.past.map(({ edits }) => edits)).toEqual([[made('b')]])
  })

  test('can still do again what was undone on an unchanged row', () => {
    const before = undone(history, 1)
    const again = (...rows: Parameters<typeof knownRows>) =>
      withPage(unread(before), 'forward', { steps: history.past.slice(2), hasMore: false }, knownRows(...rows)).future
    expect(again([row('a', hero), row('b', hero)])).toHaveLength(1)
    expect(again([row('a', villain), row('b', hero)])).toEqual([])
  })

  test.each([
    ['have', villain],
    ['have not yet', hero],
  ])('is held against what the steps in memory found, when the rows %s been told of them', (_, told) => {
    const inMemory = noted({ ...unread(history), earlier: 2, here: 2, end: 2, later: 2 }, [recoded('a')])
    const rows = knownRows([row('a', told), row('b', hero)])
    const held = withPage(inMemory, 'back', { steps: history.past.slice(0, 2), hasMore: false }, rows)
    expect(held.past).toHaveLength(3)
  })

  test('is held against what a step found that changed a row twice', () => {
    const before = noted(nothingHeld, [deleted('a')])
    const inMemory = noted({ ...unread(before), earlier: 1 }, [made('a'), recoded('a')])
    const rows = knownRows([row('a', villain)])
    expect(withPage(inMemory, 'back', { steps: before.past, hasMore: false }, rows).past).toHaveLength(2)
  })

  test('loses a step on several rows when one of them was changed', () => {
    const both = noted(nothingHeld, [made('a'), made('b')])
    const rows = knownRows([row('a', villain), row('b', hero)])
    expect(withPage(unread(both), 'back', { steps: both.past, hasMore: false }, rows).past).toEqual([])
  })

  test('is true of a row again from what was done after somebody changed it', () => {
    const told = withoutRows(history, ['a'])
    expect(told.past.map(({ edits }) => edits)).toEqual([[made('b')]])
    const next = noted(told, [{ kind: 'annotation', id: 'a', before: villain, after: hero }])
    const steps = [...history.past, ...next.past.slice(-1)]
    const held = withPage(unread(next), 'back', { steps, hasMore: false }, knownRows([row('a', hero), row('b', hero)]))
    expect(held.past.map(({ place }) => place)).toEqual([1, 3])
  })
})
