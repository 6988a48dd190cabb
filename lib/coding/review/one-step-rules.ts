import type { CharacterKinds } from '../../text/spans'
import type { Segment } from '../annotation'
import { mainSegments } from '../segments'
import { unite } from '../united-spans'
import { totalLength } from './boundaries'
import type { Cluster, DisagreementType, Member } from './cluster'
import type { AcceptedMember, DecidedGold, Method } from './decision'
import { goldValue, ReviewedAnnotations } from './gold-values'
import type { ReviewedAnnotation, ReviewedDocument } from './reviewed-document'

/** What can be decided for many clusters in one step: those on which all agree, and those that a rule decides. */
export const oneSteps = ['unanimous', 'trivial', 'half'] as const
export type OneStep = (typeof oneSteps)[number]

/** The method that a decision of the step is marked with. */
export function methodOf(step: OneStep): Method {
  return step === 'unanimous' ? 'unanimous' : 'rule'
}

const decidable: Record<OneStep, ReadonlySet<DisagreementType>> = {
  unanimous: new Set(),
  trivial: new Set(['D2a']),
  half: new Set(['D2a', 'D2b', 'D2c']),
}

/**
 * Whether the step decides a cluster: unanimous, all on which nobody differs; trivial, those in which coders differ in
 * trivial boundaries alone; half, those in which they differ in boundaries alone, by which any two spans of a pair share
 * at least half of what they cover. A pair that differs in code, target or any other attribute is never decided so.
 */
export function stepDecides(step: OneStep, cluster: Pick<Cluster, 'kind' | 'types' | 'differences' | 'rows'>): boolean {
  if (step === 'unanimous') return cluster.types.length === 0
  if (cluster.kind !== 'spans' || cluster.types.length === 0) return false
  if (!cluster.types.every((type) => decidable[step].has(type))) return false
  if (step === 'half' && !cluster.differences.every(({ iou = 0 }) => iou >= 0.5 - 1e-9)) return false
  return cluster.rows.every(isOneEach)
}

/** Whether nobody has two annotations in the row. */
function isOneEach(row: readonly Member[]): boolean {
  return new Set(row.map(({ coder }) => coder)).size === row.length
}

/**
 * What becomes gold of a cluster in this step, and whose annotations it is made from; null where the step does not decide
 * it. Of each row of partners the one with most text, trimmed: their attributes and parts are equal.
 */
export function goldInOneStep(
  step: OneStep,
  document: ReviewedDocument,
  cluster: Cluster,
): { gold: DecidedGold; accepted: AcceptedMember[] } | null {
  if (!stepDecides(step, cluster)) return null
  const gold: DecidedGold = { annotations: [], value: null, values: [], eligibility: null }
  if (cluster.kind === 'variable') {
    const codings = [...document.codings].sort((one, other) => (one.coder < other.coder ? -1 : 1))
    const answers = codings.flatMap((coding) => coding.answers)
    gold.value = answers.find(({ variable }) => variable === cluster.variable)?.compared ?? null
    return { gold, accepted: [] }
  }
  const annotations = ReviewedAnnotations.in(document)
  const rows = cluster.rows.map((row) => longest(row, annotations))
  for (const { value, coders } of rows.flatMap((row) => row ?? [])) gold.annotations.push({ value, coders })
  return { gold, accepted: rows.flatMap((row) => row?.member ?? []) }
}

/** Of equally long ones the first in the text, then the first coder's. */
function longest(row: readonly Member[], annotations: ReviewedAnnotations) {
  const found = row.flatMap((member) => {
    const annotation = annotations.of(member)
    if (!annotation) return []
    const segments = trimmedSegments(annotation, annotations.kinds)
    return [{ member, annotation, segments, length: coveredBy(segments), start: segments[0]?.start ?? 0 }]
  })
  const [best] = [...found].sort(
    (one, other) =>
      other.length - one.length || one.start - other.start || (one.member.coder < other.member.coder ? -1 : 1),
  )
  if (!best) return null
  const unsure = found.some(({ annotation }) => annotation.unsure)
  return {
    member: best.member,
    coders: [...new Set(row.map(({ coder }) => coder))].sort(),
    value: { ...goldValue(best.annotation), segments: best.segments, unsure },
  }
}

/** Without white space at the ends of segments; those with nothing else are dropped unless all are such. */
function trimmedSegments({ segments }: ReviewedAnnotation, kinds: CharacterKinds): Segment[] {
  const kept = segments.flatMap((segment) => {
    const place = kinds.trim(segment)
    return place ? [{ part: segment.part, ...place }] : []
  })
  return kept.length > 0 ? kept : [...segments]
}

function coveredBy(segments: readonly Segment[]): number {
  return totalLength(unite(mainSegments(segments)))
}
