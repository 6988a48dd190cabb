import { draftOf } from '@/components/coding-desk/outbox/draft'
import { expectedRows, type Queue, type QueueEvent, reduce } from '@/components/coding-desk/outbox/queue'
import { coalesce, type OutboxRecord, onWhatItKnew, type RowEdit } from '@/components/coding-desk/outbox/record'
import { knownRows } from '@/components/coding-desk/outbox/rows'
import { saveState } from '@/components/coding-desk/outbox/save-state'
import type { CodedRow } from '@/lib/coding/change'
import { row, uuid, value } from '../coding-view'

const a = uuid(10)
const hero = value('hero', 0, 6)
const villain = value('villain', 0, 6)

const open = (rows: CodedRow[] = []): Queue => ({
  rows: knownRows(rows),
  waiting: [],
  refused: [],
  clashes: [],
  submitted: false,
})

function record(order: number, edits: RowEdit[], queue: Queue): OutboxRecord {
  const draft = draftOf(uuid(1), edits, expectedRows(queue), '2026-01-01T00:00:00Z')
  if (!draft) throw new Error('nothing to change')
  return { ...draft, order }
}

const submit = (order: number): OutboxRecord => ({
  ...{ kind: 'submit', order, codingId: uuid(1), at: '', attempted: false, nothingToCode: false },
})

/** Lets the coder make edits one after the other, each kept at once. */
function keep(queue: Queue, ...steps: RowEdit[]): Queue {
  return steps.reduce((now, edit) => {
    const order = now.waiting.length + 1
    return reduce(now, { type: 'kept', record: record(order, [edit], now) })
  }, queue)
}

const versionsOf = (queue: Queue) =>
  queue.waiting.flatMap((waiting) => (waiting.kind === 'changes' ? waiting.changes.map((c) => c.baseVersion) : []))

describe('the queue', () => {
  test('keeps of what was deleted its version and nothing else', () => {
    const gone = { id: a, kind: 'annotation', version: 2, deleted: true }
    const told = { ...row(a, hero), version: 2, deleted: true }
    expect(open([told]).rows.get(a)).toEqual(gone)
    expect(reduce(open([row(a, hero)]), { type: 'told', rows: [told] }).rows.get(a)).toEqual(gone)
    const stored = reduce(open([row(a, hero)]), { type: 'stored', order: 1, rows: [told] })
    expect(stored.rows.get(a)).toEqual(gone)
    const waiting = keep(open([row(a, hero)]), { kind: 'annotation', id: a, before: hero, after: null })
    expect(expectedRows(waiting).get(a)).toEqual(gone)
  })

  test('expects of each waiting change that it gives the next version', () => {
    const queue = keep(
      open(),
      { kind: 'annotation', id: a, before: null, after: hero },
      { kind: 'annotation', id: a, before: hero, after: villain },
      { kind: 'annotation', id: a, before: villain, after: null },
      { kind: 'annotation', id: a, before: null, after: hero },
    )
    expect(versionsOf(queue)).toEqual([0, 1, 2, 3])
    expect(expectedRows(queue).get(a)).toEqual(row(a, hero, 4))
  })

  test('undoes a deletion on the version of the tombstone', () => {
    const queue = keep(open([row(a, hero, 5, true)]), { kind: 'annotation', id: a, before: null, after: hero })
    expect(versionsOf(queue)).toEqual([5])
  })

  test('looks the same before and after the server answered', () => {
    const before = keep(
      open(),
      { kind: 'annotation', id: a, before: null, after: hero },
      { kind: 'annotation', id: a, before: hero, after: villain },
    )
    const after = reduce(before, { type: 'stored', order: 1, rows: [row(a, hero, 1)] })
    expect(expectedRows(after)).toEqual(expectedRows(before))
    expect(after.waiting).toHaveLength(1)
  })

  test('never lets an older state replace a newer one', () => {
    const queue = reduce(open([row(a, villain, 3)]), { type: 'told', rows: [row(a, hero, 2)] })
    expect(queue.rows.get(a)).toEqual(row(a, villain, 3))
  })

  test('stays submitted when a read tells the state from before the submit', () => {
    const submitted = reduce(reduce(open(), { type: 'kept', record: submit(1) }), { type: 'submitted', order: 1 })
    expect(reduce(submitted, { type: 'told', rows: [], submitted: false }).submitted).toBe(true)
    expect(reduce(open(), { type: 'told', rows: [], submitted: true }).submitted).toBe(true)
  })

  test('sets aside what is refused, goes on with the rest, and holds back a submit', () => {
    const waiting = keep(
      open(),
      { kind: 'annotation', id: a, before: null, after: hero },
      { kind: 'annotation', id: uuid(11), before: null, after: villain },
    )
    const queue = reduce(reduce(waiting, { type: 'kept', record: submit(3) }), {
      ...{ type: 'refused', order: 1, refusal: { status: 422, message: 'no' } },
    })
    expect(queue.waiting.map(({ order }) => order)).toEqual([2])
    expect(queue.refused).toMatchObject([{ order: 1, refusal: { status: 422 } }])
    expect(expectedRows(queue).get(a)).toBeUndefined()
  })

  test('comes to the same state in every tab that hears the same events', () => {
    const first = record(1, [{ kind: 'annotation', id: a, before: null, after: hero }], open())
    const events: QueueEvent[] = [
      { type: 'kept', record: first },
      { type: 'attempted', order: 1 },
      { type: 'stored', order: 1, rows: [row(a, hero, 1)] },
    ]
    expect(events.reduce(reduce, open())).toEqual(reduce(open([row(a, hero, 1)]), { type: 'read', records: [] }))
  })
})

describe('melting of waiting changes', () => {
  const created = record(1, [{ kind: 'annotation', id: a, before: null, after: hero }], open())
  const changed = record(2, [{ kind: 'annotation', id: a, before: hero, after: villain }], open([row(a, hero, 1)]))

  test('two puts of one row that were never sent become one, on the version of the first', () => {
    expect(coalesce(created, changed)).toMatchObject({
      order: 1,
      before: [null],
      changes: [
        { baseVersion: 0, value: villain, mutationId: changed.kind === 'changes' && changed.changes[0]?.mutationId },
      ],
    })
  })

  test('a change that may have reached the server stays as it is', () => {
    expect(coalesce({ ...created, attempted: true }, changed)).toBeNull()
  })

  test('two puts made on the same state stay apart: the later one knows nothing of the earlier one', () => {
    const queue = open([row(a, hero, 4)])
    const note = record(1, [{ kind: 'annotation', id: a, before: hero, after: { ...hero, note: 'why' } }], queue)
    const doubt = record(2, [{ kind: 'annotation', id: a, before: hero, after: { ...hero, unsure: true } }], queue)
    expect(coalesce(note, doubt)).toBeNull()
  })

  test('a put made on what the earlier one was before it melted stays apart and names the version it knew', () => {
    const melted = coalesce(created, changed)
    const doubt = record(
      3,
      [{ kind: 'annotation', id: a, before: hero, after: { ...hero, unsure: true } }],
      open([row(a, hero, 1)]),
    )
    const late = melted && onWhatItKnew([melted], doubt)
    expect(late).toMatchObject({ changes: [{ baseVersion: 0, value: { unsure: true } }] })
    expect(melted && late && coalesce(melted, late)).toBeNull()
    expect(onWhatItKnew([created], changed)).toEqual(changed)
  })

  test('changes of two rows, deletions and submits stay apart', () => {
    const other = record(2, [{ kind: 'annotation', id: uuid(11), before: null, after: villain }], open())
    const deletion = record(2, [{ kind: 'annotation', id: a, before: hero, after: null }], open([row(a, hero, 1)]))
    expect(coalesce(created, other)).toBeNull()
    expect(coalesce(created, deletion)).toBeNull()
    expect(coalesce(created, submit(2))).toBeNull()
  })
})

describe('the save state', () => {
  test('says saved only when nothing is left in this browser', () => {
    expect(saveState(0, 0, false, 'idle')).toEqual({ kind: 'saved' })
    expect(saveState(0, 1, false, 'idle')).toEqual({ kind: 'saving', waiting: 1 })
    expect(saveState(2, 0, false, 'offline')).toEqual({ kind: 'offline', waiting: 2 })
    expect(saveState(2, 1, false, 'offline')).toEqual({ kind: 'offline', waiting: 2 })
    expect(saveState(0, 1, false, 'offline')).toEqual({ kind: 'saving', waiting: 1 })
    expect(saveState(2, 0, false, 'sign-in')).toEqual({ kind: 'sign-in', waiting: 2 })
  })

  test('says before all else that the browser does not keep the work', () => {
    expect(saveState(2, 1, true, 'offline')).toEqual({ kind: 'not-kept', waiting: 1 })
  })
})
