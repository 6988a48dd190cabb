import { goldOf } from '../../../coding/review/gold'
import type { OutcomeCluster, OutcomeDecision, OutcomeReading, OutcomeView } from '../../../coding/review/outcome-view'
import { compareWithGold, type OwnDifference } from '../../../coding/review/own-outcome'
import type { ReviewedAnnotation, ReviewedDocument } from '../../../coding/review/reviewed-document'
import type { RecordedDecision } from '../review/decision-rows'
import type { ReviewVersions } from '../review/reviewed-documents'
import type { StoredCluster } from '../review/stored-clusters'

/** The review of a document as one of its coders may read it: everybody else by a letter, and without notes. */

interface Reviewed {
  document: ReviewedDocument
  clusters: readonly StoredCluster[]
  decisions: readonly RecordedDecision[]
  versions: ReviewVersions
  /** The reader's pseudonym. */
  coder: string
  isDecided: boolean
  comments: ReadonlyMap<string, number>
}

/** @param id that says nothing of who made it */
function shownAnnotation({ code, segments, attributes, unsure }: ReviewedAnnotation, id: string) {
  return { id, code, segments, attributes, unsure }
}

function readingsOf(cluster: StoredCluster, { document, coder }: Reviewed): OutcomeReading[] {
  return [...cluster.letters].flatMap(([whose, letter]) => {
    const reading = cluster.readings.find((one) => one.coder === whose)
    if (!reading) return []
    const coding = document.codings.find((one) => one.coder === whose)
    const members = new Set(reading.annotationIds)
    const answer = coding?.answers.find(({ variable }) => cluster.kind === 'variable' && variable === cluster.variable)
    const annotations = (coding?.annotations ?? []).filter(({ id }) => members.has(id))
    return [
      {
        ...{ letter, isOwn: whose === coder, nothingToCode: reading.nothingToCode, ineligible: reading.ineligible },
        annotations: annotations.map((one, place) => shownAnnotation(one, `${letter} ${place + 1}`)),
        answer: answer?.value ?? null,
      },
    ]
  })
}

function toOutcomeDecision({ outcome, method, gold, cause, rationale, decidedAt }: RecordedDecision): OutcomeDecision {
  return {
    ...{ outcome, method, cause, rationale, value: gold.value, values: gold.values, eligibility: gold.eligibility },
    annotations: gold.annotations.map(({ value: { code, segments, attributes }, reading }, place) => {
      return { id: `decided ${place + 1}`, code, segments, attributes, reading: reading ?? null }
    }),
    decidedAt: decidedAt.toISOString(),
  }
}

function toOutcomeCluster(
  cluster: StoredCluster,
  reviewed: Reviewed,
  decision: RecordedDecision | undefined,
  ownDifferences: readonly OwnDifference[],
): OutcomeCluster {
  const { id, kind, variable, start, end, codes, types, state } = cluster
  const isShown = reviewed.isDecided && state === 'decided'
  return {
    ...{ id, kind, start, end, codes, types, ownDifferences, variable: variable ?? null },
    readings: readingsOf(cluster, reviewed),
    decision: isShown && decision ? toOutcomeDecision(decision) : null,
    sentBack: state === 'sent_back' ? (decision?.rationale ?? '') : null,
    comments: reviewed.comments.get(id) ?? 0,
  }
}

/** What the view of a document says of its review: decisions only once all of it is decided. */
export function reviewForCoder(reviewed: Reviewed): Pick<OutcomeView, 'decided' | 'clusters' | 'agreed'> {
  const { document, clusters, decisions, versions, coder, isDecided } = reviewed
  const gold = isDecided ? goldOf(document, clusters, decisions) : null
  const compared = gold ? compareWithGold(document, coder, { clusters, gold }, versions.codebooks) : []
  const byId = new Map(decisions.map((decision) => [decision.id, decision]))
  const all = clusters.map((cluster) => {
    const own = compared.flatMap(({ clusterId, differences }) => (clusterId === cluster.id ? differences : []))
    return toOutcomeCluster(cluster, reviewed, byId.get(cluster.decisionId ?? ''), own)
  })
  const shown = all.filter(
    ({ types, ownDifferences, sentBack }) => types.length > 0 || ownDifferences.length > 0 || sentBack !== null,
  )
  const decided = (gold?.annotations ?? []).map(({ id, value, provenance, reading, clusterId }) => {
    return { id, code: value.code, segments: value.segments, provenance, reading, clusterId }
  })
  return { decided, clusters: shown, agreed: all.length - shown.length }
}

/** The own annotations as they were submitted last, each with the cluster that it is in. */
export function ownAnnotations(
  { codings }: ReviewedDocument,
  clusters: readonly StoredCluster[],
  coder: string,
): OutcomeView['own']['annotations'] {
  const clusterOf = new Map(
    clusters.flatMap(({ id, readings }) => {
      const own = readings.find((reading) => reading.coder === coder)
      return (own?.annotationIds ?? []).map((annotationId): [string, string] => [annotationId, id])
    }),
  )
  const own = codings.find((coding) => coding.coder === coder)
  return (own?.annotations ?? []).map((annotation) => {
    return { ...shownAnnotation(annotation, annotation.id), clusterId: clusterOf.get(annotation.id) ?? null }
  })
}
