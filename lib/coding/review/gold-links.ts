import type { Cluster, Member } from './cluster'
import type { GoldLink } from './gold'
import { type GoldPiece, sharedText } from './gold-pieces'
import { ReviewedAnnotations } from './gold-values'
import { namedBy } from './identity'
import type { ReviewedDocument } from './reviewed-document'

const nameOf = ({ coder, annotationId }: Member) => `${coder} ${annotationId}`

/**
 * The links of what is gold: each link of an annotation that went into a piece of gold leads to the piece that its other
 * end went into; else to that of a partner of the other end; else to the piece of the same code and cluster that shares
 * most text with it. Where there is none the link is lost.
 */
export function goldLinks(
  document: ReviewedDocument,
  clusters: readonly Cluster[],
  pieces: readonly GoldPiece[],
): GoldLink[] {
  const linked = linksByStart(document)
  if (linked.size === 0) return []
  const counterparts = new Counterparts(document, clusters, pieces)
  const links = new Map<string, GoldLink>()
  for (const { annotation, members } of pieces) {
    const own = members.flatMap((member) => linked.get(nameOf(member)) ?? [])
    for (const { relation, to } of own) {
      const end = counterparts.of(to)
      if (!end || end.annotation.id === annotation.id) continue
      const id = namedBy('link', relation, annotation.id, end.annotation.id)
      links.set(id, { id, relation, from: annotation.id, to: end.annotation.id })
    }
  }
  return [...links.values()].sort((one, other) => (one.id < other.id ? -1 : 1))
}

interface LinkOfCoder {
  relation: string
  to: Member
}

function linksByStart({ codings }: ReviewedDocument): Map<string, LinkOfCoder[]> {
  const byStart = new Map<string, LinkOfCoder[]>()
  for (const { coder, links } of codings) {
    for (const { relation, from, to } of links) {
      const start = nameOf({ coder, annotationId: from })
      byStart.set(start, [...(byStart.get(start) ?? []), { relation, to: { coder, annotationId: to } }])
    }
  }
  return byStart
}

class Counterparts {
  readonly #annotations: ReviewedAnnotations
  readonly #pieces = new Map<string, GoldPiece>()
  readonly #rows = new Map<string, readonly Member[]>()
  readonly #clusters = new Map<string, string>()
  readonly #inCluster = new Map<string | null, GoldPiece[]>()

  constructor(document: ReviewedDocument, clusters: readonly Cluster[], pieces: readonly GoldPiece[]) {
    this.#annotations = ReviewedAnnotations.in(document)
    for (const piece of pieces) {
      for (const member of piece.members) this.#pieces.set(nameOf(member), piece)
      const { clusterId } = piece.annotation
      this.#inCluster.set(clusterId, [...(this.#inCluster.get(clusterId) ?? []), piece])
    }
    for (const { id, rows } of clusters) {
      for (const member of rows.flat()) this.#clusters.set(nameOf(member), id)
      for (const row of rows) for (const member of row) this.#rows.set(nameOf(member), row)
    }
  }

  of(member: Member): GoldPiece | undefined {
    const own = this.#pieces.get(nameOf(member))
    if (own) return own
    for (const partner of this.#rows.get(nameOf(member)) ?? []) {
      const piece = this.#pieces.get(nameOf(partner))
      if (piece) return piece
    }
    return this.#nearest(member)
  }

  #nearest(member: Member): GoldPiece | undefined {
    const own = this.#annotations.of(member)
    const cluster = this.#clusters.get(nameOf(member))
    if (!own || cluster === undefined) return undefined
    let [most, nearest]: [number, GoldPiece | undefined] = [0, undefined]
    for (const piece of this.#inCluster.get(cluster) ?? []) {
      const { code, segments } = piece.annotation.value
      const shared = code === own.code ? sharedText(segments, own.segments) : 0
      if (shared > most) [most, nearest] = [shared, piece]
    }
    return nearest
  }
}
