import type { Codebook } from '../codebook'
import { answerClusters } from './answers'
import type { Cluster, Difference, Reading } from './cluster'
import { membersOf } from './differences'
import { eligibilityCluster } from './eligibility'
import { namedIn } from './identity'
import type { ComparedLinks } from './link-differences'
import type { PlacedReading } from './placed-readings'
import { readingOf } from './readings'
import { ReviewedCodes } from './reviewed-codes'
import type { ReviewedCoding, ReviewedDocument } from './reviewed-document'
import { rowsOf } from './rows'
import { typesOf } from './severity'
import { type ComparedSpans, compareReadings, type MarkedStretch } from './span-differences'

/**
 * The clusters of a document: whether it should be coded, where coders differ on that; then every stretch that anybody
 * coded, in the order of the text; then every question about the document that anybody answered. Nothing depends on the
 * order of coders or annotations. Of fewer than two codings there is at most the question of eligibility.
 * @param codebooks by version, at least those of the codings
 * @throws RangeError when a coder has two codings
 */
export function clustersOf(document: ReviewedDocument, codebooks: ReadonlyMap<string, Codebook>): Cluster[] {
  const codings = inOrder(document)
  const readings = codings.map(readingOf)
  const claims = document.ineligible.map((claim): Reading => {
    const { codingId, coder, revision, codebookVersion, reason } = claim
    return { codingId, coder, revision, codebookVersion, annotationIds: [], nothingToCode: false, ineligible: reason }
  })
  const eligibility = eligibilityCluster(document, [...readings, ...claims].sort(byPseudonym))
  const clusters = eligibility ? [eligibility] : []
  if (codings.length < 2) return clusters
  const codes = new ReviewedCodes(
    codebooks,
    codings.map(({ codebookVersion }) => codebookVersion),
  )
  clusters.push(...spanClusters(document, codings, readings, codes))
  clusters.push(...answerClusters(document, codings, readings, codes))
  return clusters
}

function byPseudonym(one: { coder: string }, other: { coder: string }): number {
  return one.coder < other.coder ? -1 : Number(one.coder > other.coder)
}

/** @throws RangeError when a coder has two codings, or a coding and a claim */
function inOrder({ codings, ineligible }: ReviewedDocument): ReviewedCoding[] {
  const coders = [...codings, ...ineligible].map(({ coder }) => coder).sort()
  const twice = coders.find((coder, i) => coder === coders[i - 1])
  if (twice) throw new RangeError(`${twice} has two codings of one document`)
  return [...codings].sort(byPseudonym)
}

function spanClusters(
  document: ReviewedDocument,
  codings: readonly ReviewedCoding[],
  readings: readonly Reading[],
  codes: ReviewedCodes,
): Cluster[] {
  const compared = compareReadings(document, codings, codes)
  const maker = new ClusterMaker(document, readings, compared)
  return compared.stretches.map((stretch) => maker.cluster(stretch)).sort(byPlace)
}

function byPlace(one: Cluster, other: Cluster): number {
  if (one.start !== other.start) return one.start - other.start
  if (one.end !== other.end) return one.end - other.end
  if (one.family !== other.family) return one.family < other.family ? -1 : 1
  return one.id < other.id ? -1 : Number(one.id > other.id)
}

/** Makes clusters out of the stretches of one document. */
class ClusterMaker {
  readonly #document: ReviewedDocument
  readonly #readings: readonly Reading[]
  readonly #placed: readonly PlacedReading[]
  readonly #links: ComparedLinks
  readonly #coders: readonly string[]

  constructor(document: ReviewedDocument, readings: readonly Reading[], { placed, links }: ComparedSpans) {
    this.#document = document
    this.#readings = readings
    this.#placed = placed
    this.#links = links
    this.#coders = readings.map(({ coder }) => coder)
  }

  cluster({ component, meetings, differences }: MarkedStretch): Cluster {
    const { nodes } = component
    const { roundId, documentId } = this.#document
    const lineages = nodes.map((node) => this.#placed[node]?.lineage ?? '').sort()
    const family = this.#placed[nodes[0] ?? 0]?.family ?? ''
    const id = namedIn(this.#document, roundId, documentId, 'spans', family, lineages)
    const { types, severity } = typesOf(differences)
    const { start, end, codes } = this.#placeOf(nodes)
    return {
      id,
      inputKey: this.#inputKey(id, nodes, differences),
      kind: 'spans',
      family,
      start,
      end,
      codes,
      readings: this.#readingsOf(nodes),
      rows: rowsOf(component, meetings).map((row) => membersOf(row, this.#placed)),
      differences,
      types,
      severity,
      lineages,
    }
  }

  #placeOf(nodes: readonly number[]): Pick<Cluster, 'start' | 'end' | 'codes'> {
    let [first, last] = [Number.POSITIVE_INFINITY, 0]
    const codes = new Set<string>()
    for (const node of nodes) {
      const { start = first, end = last, code = '' } = this.#placed[node] ?? {}
      first = Math.min(first, start)
      last = Math.max(last, end)
      codes.add(code)
    }
    return { start: first, end: last, codes: [...codes].sort() }
  }

  #readingsOf(nodes: readonly number[]): Reading[] {
    const ids: (string[] | undefined)[] = this.#readings.map(() => undefined)
    for (const node of nodes) {
      const reading = this.#placed[node]
      if (!reading) continue
      const own = ids[reading.party]
      if (own) own.push(reading.annotation.id)
      else ids[reading.party] = [reading.annotation.id]
    }
    return this.#readings.map((reading, party) => {
      const annotationIds = ids[party]
      return annotationIds ? { ...reading, annotationIds } : reading
    })
  }

  /** All that is decided on: what is compared of every annotation, its links, how they differ, and who is a party. */
  #inputKey(id: string, nodes: readonly number[], differences: readonly Difference[]): string {
    const members = nodes.map((node) => {
      const { lineage = '', content = '', party = 0 } = this.#placed[node] ?? {}
      return `${lineage} ${this.#readings[party]?.codebookVersion} ${content}`
    })
    const linked = this.#links.isEmpty ? [] : this.#linked(nodes, differences)
    return namedIn(this.#document, id, this.#coders, members.sort().join('\n'), linked)
  }

  /** Where the annotations lead, and by which relations coders differ in that. */
  #linked(nodes: readonly number[], differences: readonly Difference[]): unknown[] {
    const links = nodes.map((node) => [this.#placed[node]?.lineage ?? '', this.#links.linksFrom(node)] as const)
    const found = differences.filter(({ type }) => type === 'D6').map(({ coders, attribute }) => [coders, attribute])
    return [links.sort(([one], [other]) => (one < other ? -1 : 1)), found]
  }
}
