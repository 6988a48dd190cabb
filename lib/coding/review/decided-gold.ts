import type { AttributeValue } from '../annotation'
import { valueText } from '../statistics/value-text'
import type { Cluster, Member } from './cluster'
import type { AcceptedMember, DecidedGold, DecideInput } from './decision'
import { goldValue } from './gold-values'
import { byLetter, coderBehind } from './letters'
import type { ReviewedAnnotation, ReviewedAnswer } from './reviewed-document'

/** What coders submitted in one cluster. */
export interface ClusterParts {
  /** Undefined for an annotation that is not in the cluster. */
  annotation(member: Member): ReviewedAnnotation | undefined
  /** What a coder answered, of a cluster about an answer. */
  answer(coder: string): ReviewedAnswer | undefined
}

/** What a decision makes gold, and whose annotations went into it. */
export interface MadeGold {
  gold: DecidedGold
  accepted: AcceptedMember[]
}

const nothing: DecidedGold = { annotations: [], value: null, values: [], eligibility: null }

/** The accepted annotations by coder instead of letter; letters that no reading has are left out. */
function acceptedMembers(letters: ReadonlyMap<string, string>, { accepted }: Pick<DecideInput, 'accepted'>) {
  return accepted.flatMap(({ reading, annotationId }): AcceptedMember[] => {
    const coder = coderBehind(letters, reading)
    return coder === undefined ? [] : [{ coder, annotationId }]
  })
}

/**
 * What becomes gold of a cluster by this decision: of accept the accepted annotations as they are compared, what several
 * coders have alike once; of merge and write_new what the reviewer wrote; of keep_both every reading under its letter.
 */
export function decidedGold(
  cluster: Pick<Cluster, 'kind' | 'readings'>,
  letters: ReadonlyMap<string, string>,
  parts: ClusterParts,
  input: DecideInput,
): MadeGold {
  const accepted = acceptedMembers(letters, input)
  const { outcome, value, eligibility, annotations } = input
  if (outcome === 'keep_both') return { gold: bothReadings(cluster, letters, parts), accepted: [] }
  if (outcome !== 'accept' && outcome !== 'merge' && outcome !== 'write_new') return { gold: nothing, accepted: [] }
  if (cluster.kind === 'variable') return { gold: { ...nothing, value }, accepted: [] }
  if (cluster.kind === 'eligibility') return { gold: { ...nothing, eligibility }, accepted: [] }
  if (outcome === 'accept') return { gold: { ...nothing, annotations: alikeOnce(accepted, parts) }, accepted }
  const coders = [...new Set(accepted.map(({ coder }) => coder))].sort()
  return { gold: { ...nothing, annotations: annotations.map((written) => ({ value: written, coders })) }, accepted }
}

/** What is compared of an annotation, and how sure its coder was. */
function contentOf({ code, segments, compared }: ReviewedAnnotation): string {
  const attributes = Object.entries(compared).sort(([one], [other]) => (one < other ? -1 : 1))
  return JSON.stringify([code, segments.map(({ part, start, end }) => [part, start, end]), attributes])
}

/** One name for each of a coder's annotations by what is compared: equal for two coders who have the same ones. */
export function contentsOf(annotations: readonly ReviewedAnnotation[]): string[] {
  const seen = new Map<string, number>()
  return annotations.map((annotation) => {
    const content = contentOf(annotation)
    const twin = seen.get(content) ?? 0
    seen.set(content, twin + 1)
    return `${twin} ${content}`
  })
}

/** The annotations of these members; what two coders have alike stands once, what one coder has twice stands twice. */
function alikeOnce(members: readonly AcceptedMember[], parts: ClusterParts): DecidedGold['annotations'] {
  const pieces = new Map<string, { value: ReturnType<typeof goldValue>; coders: string[] }>()
  const seen = new Map<string, number>()
  for (const member of members) {
    const annotation = parts.annotation(member)
    if (!annotation) continue
    const content = contentOf(annotation)
    const own = `${member.coder} ${content}`
    const twin = seen.get(own) ?? 0
    seen.set(own, twin + 1)
    const known = pieces.get(`${twin} ${content}`)
    if (known) known.coders.push(member.coder)
    else pieces.set(`${twin} ${content}`, { value: goldValue(annotation), coders: [member.coder] })
  }
  return Array.from(pieces.values(), ({ value, coders }) => ({ value, coders: [...coders].sort() }))
}

/** Every different reading under the first letter that it has; of an answer every different answer. */
function bothReadings(
  { kind, readings }: Pick<Cluster, 'kind' | 'readings'>,
  letters: ReadonlyMap<string, string>,
  parts: ClusterParts,
): DecidedGold {
  if (kind === 'variable') return { ...nothing, values: differentAnswers(inLetterOrder(readings, letters), parts) }
  const byContent = new Map<string, { letter: string; coders: string[]; annotations: ReviewedAnnotation[] }>()
  for (const { coder, annotationIds } of inLetterOrder(readings, letters)) {
    const annotations = annotationIds.flatMap((annotationId) => parts.annotation({ coder, annotationId }) ?? [])
    const content = annotations.map(contentOf).sort().join(' ')
    const known = byContent.get(content)
    if (known) known.coders.push(coder)
    else byContent.set(content, { letter: letters.get(coder) ?? '', coders: [coder], annotations })
  }
  return {
    ...nothing,
    annotations: [...byContent.values()].flatMap(({ letter, coders, annotations }) =>
      annotations.map((annotation) => ({
        value: goldValue(annotation),
        coders: [...coders].sort(),
        reading: letter,
      })),
    ),
  }
}

function inLetterOrder(readings: Cluster['readings'], letters: ReadonlyMap<string, string>): Cluster['readings'] {
  const letterOf = ({ coder }: Cluster['readings'][number]) => letters.get(coder) ?? ''
  return [...readings].sort((one, other) => byLetter(letterOf(one), letterOf(other)))
}

function differentAnswers(readings: Cluster['readings'], parts: ClusterParts): AttributeValue[] {
  const answers = readings.flatMap(({ coder }) => parts.answer(coder)?.compared ?? [])
  return [...new Map(answers.map((answer) => [valueText(answer), answer])).values()]
}
