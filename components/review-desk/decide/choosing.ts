import type { AttributeValue } from '@/lib/coding/annotation'
import { agreedReading } from '@/lib/coding/review/consensus'
import type { ClusterView, ReadingView } from '@/lib/coding/review/review-view'
import { memberKey, membersOf } from '../compare/members'
import type { ChosenOutcome, Draft, Verdict } from '../state/draft'

/** What a reading says of the text as a whole. */
export function verdictOf({ ineligible, nothingToCode }: ReadingView): Verdict {
  if (ineligible !== null) return 'not_eligible'
  return nothingToCode ? 'nothing' : 'code'
}

/** Whether a reading has nothing to accept: taking it rejects what the others have. */
export function isSilent(view: Pick<ClusterView, 'kind'>, { annotations, answer }: ReadingView): boolean {
  if (view.kind === 'eligibility') return false
  return view.kind === 'variable' ? answer === undefined : annotations.length === 0
}

/** The draft with a whole reading taken. */
export function withReading(view: ClusterView, letter: string): Partial<Draft> {
  const reading = view.readings.find((one) => one.letter === letter)
  if (!reading) return {}
  if (isSilent(view, reading)) return { outcome: 'reject_all', taken: [], value: null, valueFrom: letter }
  if (view.kind === 'eligibility') return { outcome: 'accept', verdict: verdictOf(reading) }
  if (view.kind === 'variable') return { outcome: 'accept', value: reading.answer ?? null, valueFrom: letter }
  return { outcome: 'accept', taken: membersOf([reading]).map(memberKey) }
}

/** The draft with one annotation more, or one less. */
export function withMember(draft: Draft, key: string): Partial<Draft> {
  const taken = draft.taken.includes(key) ? draft.taken.filter((one) => one !== key) : [...draft.taken, key]
  return { outcome: 'accept', taken }
}

/** The draft with every annotation of a reading more, or all of them less. */
export function withReadingToggled(view: ClusterView, draft: Draft, letter: string): Partial<Draft> {
  const own = membersOf(view.readings.filter((one) => one.letter === letter)).map(memberKey)
  const hasAll = own.every((key) => draft.taken.includes(key))
  const others = draft.taken.filter((key) => !own.includes(key))
  return { outcome: 'accept', taken: hasAll ? others : [...others, ...own] }
}

/** The only reading that can be accepted, where there is but one: that of an omission, or what all agree on. */
function onlyReading(view: ClusterView): string | undefined {
  const speaking = view.readings.filter((reading) => !isSilent(view, reading))
  if (view.types.length === 0) return speaking[0]?.letter
  return speaking.length === 1 && view.kind === 'spans' ? speaking[0]?.letter : undefined
}

/** The draft with an outcome, and with what follows from it by itself. */
export function withOutcome(view: ClusterView, draft: Draft, outcome: ChosenOutcome): Partial<Draft> {
  const only = outcome === 'accept' && draft.taken.length === 0 ? onlyReading(view) : undefined
  if (only) return { ...withReading(view, only), outcome }
  const value: AttributeValue | null = outcome === draft.outcome ? draft.value : null
  return { outcome, value, valueFrom: outcome === draft.outcome ? draft.valueFrom : null }
}

/** The reading that all coders said they want; null where they do not. */
export function consensusOf({ readings }: Pick<ClusterView, 'readings'>): string | null {
  return agreedReading(readings.map(({ letter, stance }) => ({ reading: letter, stance })))
}
