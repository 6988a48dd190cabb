import type { Codebook } from '../codebook'
import type { Cluster, Difference, DisagreementType } from './cluster'
import { clustersOf } from './clusters'
import type { Gold, GoldAnnotation, GoldAnswer } from './gold'
import { lineageName } from './identity'
import type { ReviewedAnnotation, ReviewedCoding, ReviewedDocument } from './reviewed-document'
import { aboutCode, aboutEligibility, aboutQuestion } from './subjects'

/** Holds what one coder coded against what was decided, as two coders are held against each other. */

/** One way in which a coding differs from what was decided. */
export interface OwnDifference {
  type: DisagreementType
  /** Code of what the coder marked; null where the coder marked nothing, or it is about an answer. */
  own: string | null
  /** Code of what was decided; null where that is nothing, or it is about an answer. */
  decided: string | null
  /** Of a conflict of attributes: the key. Of parts: the part. Of links: the relation. Of an answer: the question. */
  attribute: string | null
}

/** A stretch, or an answer, on which a coding and what was decided are held against each other. */
export interface OwnComparison {
  /** Of the cluster of the review that it belongs to; null where only one coder coded it. */
  clusterId: string | null
  /** What it is about, as subjects.ts names it: the codes of both, the question, or whether to code the document at all. */
  subjects: readonly string[]
  /** None where the coding says what was decided. */
  differences: readonly OwnDifference[]
}

/** Stands for what was decided, beside pseudonyms. */
const decidedAs = 'decided'

type Pieced = Pick<GoldAnnotation | GoldAnswer, 'reading' | 'clusterId'>

/** Of a double reading one reading counts: the coder's own where it is one of them, else the first. */
function oneReading<Piece extends Pieced>(pieces: readonly Piece[], isOwn: (piece: Piece) => boolean): Piece[] {
  const chosen = new Map<string | null, { reading: string; isOwn: boolean }>()
  for (const piece of pieces) {
    const { reading, clusterId } = piece
    if (reading === null) continue
    const known = chosen.get(clusterId)
    const own = isOwn(piece)
    if (!known || (own && !known.isOwn) || (own === known.isOwn && reading < known.reading)) {
      chosen.set(clusterId, { reading, isOwn: own })
    }
  }
  return pieces.filter(({ reading, clusterId }) => reading === null || chosen.get(clusterId)?.reading === reading)
}

function toAnnotation({ id, value }: GoldAnnotation): ReviewedAnnotation {
  const { code, segments, attributes, unsure } = value
  return { id, lineageId: id, code, segments, attributes, compared: attributes, note: '', unsure }
}

/** What was decided, as if somebody had coded it under the same codebook. */
function decidedCoding(own: ReviewedCoding, gold: Gold): ReviewedCoding {
  const saidOwn = new Map(own.answers.map(({ variable, compared }) => [variable, JSON.stringify(compared)]))
  const annotations = oneReading(gold.annotations, ({ coders }) => coders.includes(own.coder))
  const answers = oneReading(gold.answers, ({ variable, value }) => saidOwn.get(variable) === JSON.stringify(value))
  const kept = new Set(annotations.map(({ id }) => id))
  return {
    ...{ codingId: decidedAs, coder: decidedAs, revision: 0 },
    ...{ codebookVersion: own.codebookVersion, nothingToCode: own.nothingToCode },
    annotations: annotations.map(toAnnotation),
    links: gold.links.filter(({ from, to }) => kept.has(from) && kept.has(to)),
    answers: answers.map(({ variable, value }) => ({ variable, value, compared: value })),
  }
}

/** A cluster of the review, as far as it is to be found again. */
export type FoundCluster = Pick<Cluster, 'id' | 'kind' | 'variable' | 'lineages'>

/** The cluster of the review in which an annotation is, or a question is answered. */
function clusterFinder(own: ReviewedCoding, clusters: readonly FoundCluster[], gold: Gold) {
  const ofLineage = new Map(clusters.flatMap(({ id, lineages }) => lineages.map((lineage) => [lineage, id] as const)))
  const ofQuestion = new Map(clusters.map(({ id, variable }) => [variable, id]))
  const ofAnnotation = new Map<string, string | null>(gold.annotations.map(({ id, clusterId }) => [id, clusterId]))
  for (const { id, lineageId } of own.annotations) {
    ofAnnotation.set(id, ofLineage.get(lineageName(own.coder, lineageId)) ?? null)
  }
  return ({ variable, readings }: Cluster): string | null => {
    if (variable !== undefined) return ofQuestion.get(variable) ?? null
    const ids = readings.flatMap(({ annotationIds }) => annotationIds)
    return ids.flatMap((id) => ofAnnotation.get(id) ?? [])[0] ?? null
  }
}

function toOwnDifference({ type, members, attribute }: Difference, codes: ReadonlyMap<string, string>): OwnDifference {
  const codeOf = (isDecided: boolean) => {
    const member = members.find(({ coder }) => (coder === decidedAs) === isDecided)
    return (member && codes.get(`${member.coder} ${member.annotationId}`)) ?? null
  }
  return { type, own: codeOf(false), decided: codeOf(true), attribute: attribute ?? null }
}

/** What differences in a cluster are counted under. */
export function subjectsOf({ kind, codes, variable }: Pick<Cluster, 'kind' | 'codes' | 'variable'>): readonly string[] {
  if (kind === 'eligibility') return [aboutEligibility]
  return variable === undefined ? codes.map(aboutCode) : [aboutQuestion(variable)]
}

/** Where it was decided that the document holds nothing, or should not be in the sample, nothing else counts. */
function comparedEligibility(own: ReviewedCoding, gold: Gold, clusters: readonly FoundCluster[]): OwnComparison[] {
  const clusterId = clusters.find(({ kind }) => kind === 'eligibility')?.id ?? null
  const isSame = gold.eligibility === 'nothing' && own.annotations.length === 0
  const differs: OwnDifference = { type: 'D8', own: null, decided: null, attribute: null }
  return [{ clusterId, subjects: [aboutEligibility], differences: isSame ? [] : [differs] }]
}

/**
 * A coder's work beside what was decided, stretch by stretch in the order of the text, then answer by answer.
 * @param clusters of this document, and its gold
 * @param codebooks by version, at least that of the coding
 * @returns nothing for who has not submitted the document
 */
export function compareWithGold(
  document: ReviewedDocument,
  coder: string,
  { clusters, gold }: { clusters: readonly FoundCluster[]; gold: Gold },
  codebooks: ReadonlyMap<string, Codebook>,
): OwnComparison[] {
  const own = document.codings.find((coding) => coding.coder === coder)
  if (!own) return []
  if (gold.eligibility !== null) return comparedEligibility(own, gold, clusters)
  const decided = decidedCoding(own, gold)
  const findCluster = clusterFinder(own, clusters, gold)
  const codes = new Map(
    [own, decided].flatMap(({ coder: whose, annotations }) =>
      annotations.map(({ id, code }): [string, string] => [`${whose} ${id}`, code]),
    ),
  )
  return clustersOf({ ...document, codings: [own, decided], ineligible: [] }, codebooks).map((cluster) => ({
    clusterId: findCluster(cluster),
    subjects: subjectsOf(cluster),
    differences: cluster.differences.map((difference) => toOwnDifference(difference, codes)),
  }))
}
