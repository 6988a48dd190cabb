import { clashesOf, takeTheirs } from '@/components/coding-desk/outbox/clash'
import { type Queue, reduce } from '@/components/coding-desk/outbox/queue'
import type { ChangesRecord, RowValue } from '@/components/coding-desk/outbox/record'
import { knownRows } from '@/components/coding-desk/outbox/rows'
import { row, uuid, value } from '../coding-view'

const id = uuid(7)
const base = value('hero', 0, 6, { attributes: { target: 'Marrin' } })

function record(mine: RowValue, before: RowValue | null): ChangesRecord {
  const change = { mutationId: uuid(70), id, baseVersion: 1, op: 'put', kind: 'annotation', value: mine }
  return {
    kind: 'changes',
    order: 1,
    codingId: uuid(1),
    at: '',
    attempted: true,
    before: [before],
    changes: [change],
  } as ChangesRecord
}

const meets = (mine: RowValue, theirs: typeof base, before: RowValue | null = base) =>
  clashesOf(record(mine, before), knownRows([row(id, theirs, 2)]))

describe('a clash of two tabs', () => {
  test('is the same answer given differently: both versions are kept to look at', () => {
    const mine = { ...base, attributes: { target: 'the union' } }
    const theirs = { ...base, attributes: { target: 'the company' } }
    expect(meets(mine, theirs)).toEqual([{ rowId: id, mine, theirs }])
  })

  test('is none where they changed different things, or the same in the same way', () => {
    expect(meets({ ...base, note: 'why' }, { ...base, unsure: true })).toEqual([])
    expect(meets({ ...base, note: 'why' }, { ...base, note: 'why' })).toEqual([])
    expect(
      meets({ ...base, attributes: { ...base.attributes, voice: 'author' } }, { ...base, code: 'villain' }),
    ).toEqual([])
  })

  test('is one where an answer was taken back here and changed there', () => {
    expect(meets({ ...base, attributes: {} }, { ...base, attributes: { target: 'the union' } })).toHaveLength(1)
  })

  test('is none for what is new or deleted: nothing was replaced', () => {
    expect(meets(base, { ...base, note: 'x' }, null)).toEqual([])
    expect(clashesOf(record({ ...base, note: 'y' }, base), knownRows([row(id, base, 2, true)]))).toEqual([])
  })

  test('is settled by taking the other version, as an edit that can be undone', () => {
    const mine = { ...base, note: 'mine' }
    const theirs = { ...base, note: 'theirs' }
    expect(takeTheirs({ rowId: id, mine, theirs }, knownRows([row(id, mine, 3)]))).toEqual([
      { kind: 'annotation', id, before: mine, after: theirs },
    ])
    expect(takeTheirs({ rowId: id, mine, theirs }, knownRows([row(id, mine, 3, true)]))).toEqual([])
  })

  test('that goes on keeps the version that was first replaced, until the coder has looked', () => {
    const queue: Queue = { rows: knownRows([]), waiting: [], refused: [], clashes: [], submitted: false }
    const event = (mine: string, theirs: string) => ({
      ...{ type: 'rebased' as const, order: 1, record: null, rows: [] },
      clashes: [{ rowId: id, mine: { ...base, note: mine }, theirs: { ...base, note: theirs } }],
    })
    const twice = reduce(reduce(queue, event('a', 'first')), event('b', 'second'))
    expect(twice.clashes).toEqual([{ rowId: id, mine: { ...base, note: 'b' }, theirs: { ...base, note: 'first' } }])
    expect(reduce(twice, { type: 'looked-at', rowId: id }).clashes).toEqual([])
  })
})
