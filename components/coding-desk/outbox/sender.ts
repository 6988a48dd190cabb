import type { CodedRow } from '@/lib/coding/change'
import { deskTexts } from '../texts/desk-texts'
import { backoff, type Failure, failureOf, type Waiting } from './answer'
import { clashesOf } from './clash'
import type { QueueEvent } from './queue'
import { rebase } from './rebase'
import type { ChangesRecord, OutboxRecord, Refusal, SubmitRecord } from './record'
import { isClosed, readCoding, sendChanges, sendSubmit } from './requests'
import type { Rows } from './rows'
import type { OutboxStore } from './store'

/** What the sender is at. */
export type SenderState = 'idle' | 'sending' | Waiting | 'sign-in'

/** Of a store what sending needs. */
export type SendingStore = Pick<OutboxStore, 'take' | 'replace' | 'remove' | 'refuse'>

interface SenderParts {
  codingId: string
  store: SendingStore
  /** A coding that is not open in this tab: it is sent as it is, and left as it is at the first difficulty. */
  inPassing?: boolean
  signal: AbortSignal
  /** The server's rows laid under those a conflict tells. */
  rowsWith(current: readonly CodedRow[]): Rows
  onEvent(event: QueueEvent): void
  onState(state: SenderState): void
  /** Waits, but at most so many milliseconds: a new connection or the coder may end it early. */
  pause(milliseconds: number): Promise<void>
}

/** So often a record may meet a newer state in a row before it is set aside. */
const mostRebases = 5
const signInPause = 15_000

const keepsChanging: Refusal = { status: 409, message: deskTexts.notAccepted.keepsChanging }
const deletedMeanwhile: Refusal = { status: 409, message: deskTexts.notAccepted.deletedMeanwhile }

/** Sends the records of one coding in their order until none is left. Exactly one tab does this at a time. */
export class Sender {
  private tries = 0
  private rebases = 0
  private denials = 0
  private stopped = false

  constructor(private readonly parts: SenderParts) {}

  async drain(): Promise<void> {
    const { store, codingId, signal, onEvent, onState } = this.parts
    while (!signal.aborted && !this.stopped) {
      const record = await store.take(codingId)
      if (!record) break
      onEvent({ type: 'attempted', order: record.order })
      onState('sending')
      await this.sendOne(record)
    }
    onState('idle')
  }

  private async sendOne(record: OutboxRecord): Promise<void> {
    try {
      await (record.kind === 'changes' ? this.change(record) : this.submit(record))
      this.startOver()
    } catch (error) {
      await this.recover(record, failureOf(error))
    }
  }

  /** The next record has all its tries before it. */
  private startOver(): void {
    this.tries = 0
    this.rebases = 0
    this.denials = 0
  }

  private async change(record: ChangesRecord): Promise<void> {
    const rows = await sendChanges(record)
    await this.parts.store.remove(record.order)
    this.parts.onEvent({ type: 'stored', order: record.order, rows })
  }

  private async submit(record: SubmitRecord): Promise<void> {
    try {
      await sendSubmit(record)
    } catch (error) {
      // The answer to an earlier try may have been lost: then the coding is submitted already.
      const failure = failureOf(error)
      if (failure.kind !== 'refused' || failure.status !== 409) throw error
      const { state } = await readCoding(record.codingId)
      if (state === 'open' || state === 'assigned') throw error
    }
    await this.parts.store.remove(record.order)
    this.parts.onEvent({ type: 'submitted', order: record.order })
  }

  private async recover(record: OutboxRecord, failure: Failure): Promise<void> {
    if (this.parts.inPassing) {
      this.stopped = true
      return
    }
    switch (failure.kind) {
      case 'refused':
        return isClosed(failure.status) ? this.whenClosed(record, failure) : this.refuse(record, failure)
      case 'stale':
        return record.kind === 'changes' ? this.startAnew(record, failure.current) : this.refuse(record, keepsChanging)
      case 'sign-in':
        return this.wait('sign-in', signInPause)
      case 'wait':
        return this.wait(failure.as, backoff(this.tries++, Math.random()))
    }
  }

  /**
   * Somebody else may be signed in at this browser, perhaps in another tab: the work waits for its own coder. Who is
   * signed in may have changed between two answers, so only what is closed twice in a row to its own coder is set aside.
   */
  private async whenClosed(record: OutboxRecord, refusal: Refusal): Promise<void> {
    const failure = await readCoding(record.codingId).then(() => null, failureOf)
    if (failure === null || (failure.kind === 'refused' && !isClosed(failure.status))) {
      return ++this.denials > 1 ? this.refuse(record, refusal) : this.parts.pause(0)
    }
    this.denials = 0
    return failure.kind === 'refused' ? this.wait('sign-in', signInPause) : this.recover(record, failure)
  }

  private wait(state: SenderState, milliseconds: number): Promise<void> {
    this.parts.onState(state)
    return this.parts.pause(milliseconds)
  }

  private async refuse(record: OutboxRecord, { status, message }: Refusal): Promise<void> {
    const refusal = { status, message }
    this.startOver()
    await this.parts.store.refuse(record.order, refusal)
    this.parts.onEvent({ type: 'refused', order: record.order, refusal })
  }

  /** A conflict means the coder's other tab was first: the change is made again on what stands there now. */
  private async startAnew(record: ChangesRecord, current: readonly CodedRow[]): Promise<void> {
    if (++this.rebases > mostRebases) return this.refuse(record, keepsChanging)
    const rows = this.parts.rowsWith(current)
    const anew = rebase(record, rows)
    if (anew === 'deleted meanwhile') {
      this.parts.onEvent({ type: 'told', rows: current })
      return this.refuse(record, deletedMeanwhile)
    }
    if (!anew) this.startOver()
    await (anew ? this.parts.store.replace(anew) : this.parts.store.remove(record.order))
    const clashes = clashesOf(record, rows)
    this.parts.onEvent({ type: 'rebased', order: record.order, record: anew, rows: current, clashes })
  }
}
