import type { SenderState } from './sender'

/** Where the coder's work stands, as the desk says it. */
export type SaveState =
  /** What this browser still keeps has not been read yet: nothing can be said. */
  | { kind: 'opening'; waiting: 0 }
  | { kind: 'saved' }
  | { kind: 'saving'; waiting: number }
  | { kind: 'waiting'; waiting: number }
  | { kind: 'offline'; waiting: number }
  | { kind: 'full'; waiting: number }
  | { kind: 'sign-in'; waiting: number }
  | { kind: 'not-kept'; waiting: number }

/**
 * "Saved" is said only when the server has everything, "kept here" only of what would survive the tab; "not kept" wins
 * over all else.
 * @param waiting records in the outbox
 * @param unkept edits that the outbox does not have yet
 * @param keepFailed whether this browser refused to keep one
 */
export function saveState(waiting: number, unkept: number, keepFailed: boolean, sender: SenderState): SaveState {
  if (keepFailed && unkept > 0) return { kind: 'not-kept', waiting: unkept }
  const all = waiting + unkept
  if (all === 0) return { kind: 'saved' }
  if (sender === 'idle' || sender === 'sending' || waiting === 0) return { kind: 'saving', waiting: all }
  return { kind: sender, waiting }
}

/** Whether what waits could not be brought to the server so far. */
export function isCutOff({ kind }: SaveState): boolean {
  return kind === 'waiting' || kind === 'offline' || kind === 'full' || kind === 'sign-in'
}
