import type { Clash } from './clash'
import { isInMemory } from './memory-store'
import type { PlacedRows } from './placed-rows'
import { expectedRows, type Queue } from './queue'
import type { OutboxRecord, RowEdit } from './record'
import { applyEdit } from './rows'
import { type SaveState, saveState } from './save-state'
import type { SenderState } from './sender'

/** What the desk paints. */
export interface OutboxSnapshot {
  /** The rows with everything laid over them that the coder did, sent or not; tombstones included. */
  rows: PlacedRows
  save: SaveState
  /** What the server will never take: kept for the coder to see, to keep as a file, to try again. */
  refused: readonly OutboxRecord[]
  /** Where two tabs changed the same: both versions, until the coder has looked at them. */
  clashes: readonly Clash[]
  /** Whether the server was asked for its rows by now; those a page comes with may be old, as after going back to it. */
  isCurrent: boolean
  /** A submit waits behind the changes. */
  submitting: boolean
  submitted: boolean
}

/** Something the coder did that is being written to the outbox this moment. */
export type Wish = { edits: readonly RowEdit[]; insteadOf?: number } | { submit: { nothingToCode: boolean } }

/** What an outbox is made of as far as it is seen. */
interface OutboxState {
  queue: Queue
  wishes: readonly Wish[]
  sender: SenderState
  /** Whether what an earlier tab left in this browser was asked for by now. */
  isOpened: boolean
  isCurrent: boolean
  keepFailed: boolean
}

function saveStateOf({ queue, wishes, sender, isOpened, keepFailed }: OutboxState): SaveState {
  if (!isOpened && wishes.length === 0) return { kind: 'opening', waiting: 0 }
  const held = queue.waiting.filter(isInMemory).length
  return saveState(queue.waiting.length - held, wishes.length + held, keepFailed || held > 0, sender)
}

function withWishes(expected: PlacedRows, wishes: readonly Wish[]): PlacedRows {
  const edits = wishes.flatMap((wish) => ('edits' in wish ? wish.edits : []))
  if (edits.length === 0) return expected
  return expected.with((work) => {
    for (const edit of edits) applyEdit(work, edit)
  })
}

/** The outbox as the desk paints it: what is kept, and over it what is being kept this moment. */
export function paint(state: OutboxState): OutboxSnapshot {
  const { queue, wishes, isCurrent } = state
  const rows = withWishes(expectedRows(queue), wishes)
  const { waiting, refused, clashes, submitted } = queue
  return {
    ...{ rows, save: saveStateOf(state), refused, clashes, isCurrent, submitted },
    submitting: wishes.some((wish) => 'submit' in wish) || waiting.some(({ kind }) => kind === 'submit'),
  }
}
