import type { AnnotationValue } from '@/lib/coding/annotation'
import type { Cause, DecideInput } from '@/lib/coding/review/decision'
import type { ClusterView } from '@/lib/coding/review/review-view'
import { extent } from '@/lib/coding/segments'
import type { KnownRow } from '../../coding-desk/outbox/rows'
import { inTextOrder } from '../../coding-desk/reading/lanes'
import { groupsOf } from '../compare/groups'
import { memberKey, membersOf } from '../compare/members'
import { mergedAnnotations } from '../merge/merged'
import type { ChosenOutcome, Draft } from './draft'

type Slice = (span: { start: number; end: number }) => string

/** The annotations that were written, in the order of the text. */
function writtenAnnotations(rows: Iterable<KnownRow>): AnnotationValue[] {
  const written = [...rows].flatMap((row) =>
    row.kind === 'annotation' && !row.deleted ? [{ id: row.id, value: row.value, ...extent(row.value.segments) }] : [],
  )
  return inTextOrder(written).map(({ value }) => value)
}

type Content = Pick<DecideInput, 'accepted' | 'annotations' | 'value' | 'eligibility'>

const nothing: Content = { accepted: [], annotations: [], value: null, eligibility: null }

const referenceOf = ({ reading, annotationId }: { reading: string; annotationId: string }) => ({
  reading,
  annotationId,
})

function ofSpans(view: ClusterView, draft: Draft, outcome: ChosenOutcome, slice: Slice): Content {
  if (outcome === 'accept') {
    const taken = membersOf(view.readings).filter((member) => draft.taken.includes(memberKey(member)))
    return { ...nothing, accepted: taken.map(referenceOf) }
  }
  if (outcome === 'merge') {
    const merged = mergedAnnotations(groupsOf(view), draft.merge, { codebook: view.codebook, slice })
    const sources = merged.flatMap(({ group }) => group.voices.flatMap(({ members }) => members))
    return { ...nothing, accepted: sources.map(referenceOf), annotations: merged.map(({ value }) => value) }
  }
  return outcome === 'write_new' ? { ...nothing, annotations: writtenAnnotations(draft.rows.values()) } : nothing
}

function contentOf(view: ClusterView, draft: Draft, outcome: ChosenOutcome, slice: Slice): Content {
  if (view.kind === 'eligibility') return { ...nothing, eligibility: outcome === 'accept' ? draft.verdict : null }
  if (view.kind === 'spans') return ofSpans(view, draft, outcome, slice)
  const takesValue = outcome === 'accept' || outcome === 'merge' || outcome === 'write_new'
  return { ...nothing, value: takesValue ? draft.value : null }
}

/** By which route. Sending back decides nothing yet: whoever does it does so as arbiter. */
function methodOf(outcome: ChosenOutcome, { method }: Draft): Draft['method'] {
  return outcome === 'send_back' ? 'arbiter' : method
}

/** Letters of the readings whose coders agreed on what is decided: of a decision by consensus. */
function participantsOf({ readings }: ClusterView, method: Draft['method']): string[] {
  if (method !== 'consensus') return []
  return readings.filter(({ stance }) => stance !== null).map(({ letter }) => letter)
}

/** Sending back says why, but no cause yet; and where all agree there is no cause to name. */
function causeOf(view: ClusterView, outcome: ChosenOutcome, cause: Cause | null): Cause | null {
  return outcome === 'send_back' || view.types.length === 0 ? null : cause
}

/**
 * The draft as it is sent; null while no outcome is chosen.
 * @param id of the decision
 */
export function decideInput(view: ClusterView, draft: Draft, id: string, slice: Slice): DecideInput | null {
  const { outcome, cause, rationale } = draft
  if (outcome === null) return null
  const method = methodOf(outcome, draft)
  return {
    ...{ id, inputKey: view.inputKey, supersedes: view.decision?.id ?? null, outcome, method },
    ...contentOf(view, draft, outcome, slice),
    participants: participantsOf(view, method),
    cause: causeOf(view, outcome, cause),
    rationale: rationale.trim(),
  }
}
