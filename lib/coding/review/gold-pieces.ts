import type { Cluster, Member } from './cluster'
import type { AcceptedMember, DecidedGold, Decision } from './decision'
import type { GoldAnnotation, Provenance } from './gold'
import { goldValue, membersOf, ReviewedAnnotations } from './gold-values'
import { lineageName, namedBy, namedIn } from './identity'
import { goldInOneStep } from './one-step-rules'
import type { ReviewedDocument } from './reviewed-document'
import { isAgreed, type StoodCluster } from './stood-clusters'

/** An annotation of gold with the annotations of coders that went into it. */
export interface GoldPiece {
  annotation: GoldAnnotation
  members: readonly Member[]
}

/** The annotations that are gold, in the order of the text. */
export function goldPieces(document: ReviewedDocument, stood: readonly StoodCluster[]): GoldPiece[] {
  const annotations = ReviewedAnnotations.in(document)
  const pieces = [
    ...singlePieces(document),
    ...stood.flatMap(({ cluster, state, decision }) => {
      if (cluster.kind !== 'spans') return []
      if (state === 'decided' && decision) return decidedPieces(cluster, decision, annotations)
      return isAgreed(cluster, state) ? agreedPieces(document, cluster, annotations) : []
    }),
  ]
  return pieces.sort(byPlace)
}

function byPlace({ annotation: one }: GoldPiece, { annotation: other }: GoldPiece): number {
  const [left, right] = [one.value.segments[0], other.value.segments[0]]
  const place = (left?.start ?? 0) - (right?.start ?? 0) || (left?.end ?? 0) - (right?.end ?? 0)
  return place || (one.id < other.id ? -1 : Number(one.id > other.id))
}

/** What the only coder of a document coded. */
function singlePieces(document: ReviewedDocument): GoldPiece[] {
  const { roundId, documentId, codings } = document
  const [only, ...others] = codings
  if (!only || others.length > 0) return []
  const { coder } = only
  return only.annotations.map((own) => ({
    annotation: {
      id: namedIn(document, roundId, documentId, 'single', lineageName(coder, own.lineageId)),
      ...{ value: goldValue(own), provenance: 'single', reading: null, coders: [coder] },
      ...{ clusterId: null, decisionId: null },
    },
    members: [{ coder, annotationId: own.id }],
  }))
}

function agreedPieces(document: ReviewedDocument, cluster: Cluster, annotations: ReviewedAnnotations): GoldPiece[] {
  const agreed = goldInOneStep('unanimous', document, cluster)
  if (!agreed) return []
  return piecesOf(cluster, agreed.gold, agreed.accepted, annotations, () => 'agreed', null)
}

function decidedPieces(cluster: Cluster, decision: Decision, annotations: ReviewedAnnotations): GoldPiece[] {
  const { id, outcome, method, gold, accepted } = decision
  const taken = outcome === 'keep_both' && accepted.length === 0 ? membersOf(cluster) : accepted
  const decided = method === 'unanimous' ? 'agreed' : 'adjudicated'
  const provenance = (reading: string | undefined) => (reading === undefined ? decided : 'both_readings')
  return piecesOf(cluster, gold, taken, annotations, provenance, id)
}

function piecesOf(
  cluster: Cluster,
  gold: DecidedGold,
  accepted: readonly AcceptedMember[],
  annotations: ReviewedAnnotations,
  provenanceOf: (reading: string | undefined) => Provenance,
  decisionId: string | null,
): GoldPiece[] {
  const members = membersByPiece(gold, accepted, annotations)
  const named = new Map<string, number>()
  return gold.annotations.map(({ value, coders, reading }, place) => {
    const content = JSON.stringify([value.code, value.segments, Object.entries(value.attributes).sort(), reading])
    const twin = named.get(content) ?? 0
    named.set(content, twin + 1)
    return {
      annotation: {
        id: namedBy(cluster.id, content, twin),
        ...{ value, provenance: provenanceOf(reading), reading: reading ?? null, coders },
        ...{ clusterId: cluster.id, decisionId },
      },
      members: members[place] ?? [],
    }
  })
}

/** Each accepted annotation goes with the piece of its coder that is most like it: of its code, then sharing most text. */
function membersByPiece(
  gold: DecidedGold,
  accepted: readonly AcceptedMember[],
  annotations: ReviewedAnnotations,
): AcceptedMember[][] {
  const members: AcceptedMember[][] = gold.annotations.map(() => [])
  for (const member of accepted) {
    const own = annotations.of(member)
    if (!own) continue
    const likenesses = gold.annotations.map(({ value, coders }) => {
      if (!coders.includes(member.coder)) return -1
      return (value.code === own.code ? 1e9 : 0) + sharedText(value.segments, own.segments)
    })
    const most = Math.max(...likenesses)
    if (most >= 0) members[likenesses.indexOf(most)]?.push(member)
  }
  return members
}

interface Stretch {
  start: number
  end: number
}

/** Code points that the segments of two annotations share, whatever their parts. */
export function sharedText(one: readonly Stretch[], other: readonly Stretch[]): number {
  let shared = 0
  for (const left of one) {
    for (const right of other) {
      shared += Math.max(0, Math.min(left.end, right.end) - Math.max(left.start, right.start))
    }
  }
  return shared
}
