import type { CodedRow } from '@/lib/coding/change'
import type { Clash } from './clash'
import type { PlacedRows } from './placed-rows'
import type { OutboxRecord, Refusal } from './record'
import { applyChange, sharingValues, withNewer } from './rows'

/** What one tab knows of a coding: the server's rows, what waits behind them, and what was not accepted. */
export interface Queue {
  rows: PlacedRows
  /** In the order of the coder's work. */
  waiting: readonly OutboxRecord[]
  refused: readonly OutboxRecord[]
  submitted: boolean
  /** Where two tabs changed the same, until the coder has looked at it. */
  clashes: readonly Clash[]
}

/** What happened to the outbox, in this tab or in another one of the same browser. */
export type QueueEvent =
  | { type: 'read'; records: readonly OutboxRecord[] }
  | { type: 'kept'; record: OutboxRecord }
  | { type: 'attempted'; order: number }
  | { type: 'stored'; order: number; rows: readonly CodedRow[] }
  | {
      type: 'rebased'
      order: number
      record: OutboxRecord | null
      rows: readonly CodedRow[]
      clashes: readonly Clash[]
    }
  | { type: 'looked-at'; rowId: string }
  | { type: 'refused'; order: number; refusal: Refusal }
  | { type: 'dropped'; order: number }
  | { type: 'submitted'; order: number }
  | { type: 'told'; rows: readonly CodedRow[]; submitted?: boolean }

function without(records: readonly OutboxRecord[], order: number): OutboxRecord[] {
  return records.filter((record) => record.order !== order)
}

/** Puts a record in its place in the queue, instead of the one it grew out of if there was one. */
function place(records: readonly OutboxRecord[], record: OutboxRecord): OutboxRecord[] {
  return [...without(records, record.order), record].sort((a, b) => a.order - b.order)
}

/** A refused change takes a waiting submit out of the queue: the coder must see it before the coding is closed. */
function refuse(queue: Queue, order: number, refusal: Refusal): Queue {
  const record = queue.waiting.find((waiting) => waiting.order === order)
  const waiting = without(queue.waiting, order).filter((other) => other.kind !== 'submit')
  return { ...queue, waiting, refused: record ? place(queue.refused, { ...record, refusal }) : queue.refused }
}

function read(queue: Queue, records: readonly OutboxRecord[]): Queue {
  return {
    ...queue,
    waiting: records.filter((record) => !record.refusal),
    refused: records.filter((record) => record.refusal),
  }
}

/** Of several clashes in a row the newest is shown, with the oldest version that was replaced unseen. */
function withClashes(known: readonly Clash[], more: readonly Clash[]): readonly Clash[] {
  const merged = new Map(known.map((clash) => [clash.rowId, clash]))
  for (const clash of more)
    merged.set(clash.rowId, { ...clash, theirs: merged.get(clash.rowId)?.theirs ?? clash.theirs })
  return more.length > 0 ? [...merged.values()] : known
}

/** The queue after an event. Every tab runs the same events and so comes to the same state. */
export function reduce(queue: Queue, event: QueueEvent): Queue {
  switch (event.type) {
    case 'read':
      return read(queue, event.records)
    case 'kept':
      return { ...queue, waiting: place(queue.waiting, event.record) }
    case 'attempted':
      return {
        ...queue,
        waiting: queue.waiting.map((record) =>
          record.order === event.order ? { ...record, attempted: true } : record,
        ),
      }
    case 'stored': {
      const rows = sharingValues(event.rows, expectedRows(queue))
      return { ...queue, rows: withNewer(queue.rows, rows), waiting: without(queue.waiting, event.order) }
    }
    case 'rebased': {
      const waiting = without(queue.waiting, event.order)
      return {
        ...queue,
        rows: withNewer(queue.rows, event.rows),
        waiting: event.record ? place(waiting, event.record) : waiting,
        clashes: withClashes(queue.clashes, event.clashes),
      }
    }
    case 'looked-at':
      return { ...queue, clashes: queue.clashes.filter(({ rowId }) => rowId !== event.rowId) }
    case 'refused':
      return refuse(queue, event.order, event.refusal)
    case 'dropped':
      return { ...queue, waiting: without(queue.waiting, event.order), refused: without(queue.refused, event.order) }
    case 'submitted':
      return { ...queue, waiting: without(queue.waiting, event.order), submitted: true }
    case 'told':
      // A read that was under way while the submit arrived tells an old state.
      return {
        ...queue,
        rows: withNewer(queue.rows, event.rows),
        submitted: queue.submitted || event.submitted === true,
      }
  }
}

const expected = new WeakMap<Queue, PlacedRows>()

/** The rows as they will be when everything that waits has arrived: of one queue the same object every time. */
export function expectedRows(queue: Queue): PlacedRows {
  const known = expected.get(queue) ?? withWaiting(queue)
  expected.set(queue, known)
  return known
}

function withWaiting(queue: Queue): PlacedRows {
  if (queue.waiting.every(({ kind }) => kind !== 'changes')) return queue.rows
  return queue.rows.with((work) => {
    for (const record of queue.waiting) {
      if (record.kind === 'changes') for (const change of record.changes) applyChange(work, change)
    }
  })
}
