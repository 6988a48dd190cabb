import { type Cluster, type DisagreementType, disagreementTypes } from './cluster'

/** How often each type of disagreement occurs. */
export interface TypeCounts {
  /** Clusters that have the type; a cluster of several types counts once in each. */
  clusters: Readonly<Record<DisagreementType, number>>
  /** Differences of the type between two coders; three coders who all differ make three. */
  differences: Readonly<Record<DisagreementType, number>>
  /** All clusters, those of several types and those without any once each. */
  all: number
  /** Clusters on which all agree. */
  agreed: number
}

/** Types of disagreement by what the clusters are about. */
export interface CountedTypes {
  /** Of all clusters. */
  all: TypeCounts
  /** By code: clusters in which anybody has it, whichever annotation the type is of, as the queue filters them. */
  codes: ReadonlyMap<string, TypeCounts>
  /** By question about the document. */
  questions: ReadonlyMap<string, TypeCounts>
  /** Whether documents should be coded. */
  eligibility: TypeCounts
}

/** Counts clusters and differences by type, over all and by what they are about. A cluster of two codes is in both. */
export function countTypes(clusters: readonly Cluster[]): CountedTypes {
  const codes = new Map<string, Tally>()
  const questions = new Map<string, Tally>()
  const [all, eligibility] = [new Tally(), new Tally()]
  const tallyOf = (tallies: Map<string, Tally>, key: string) => {
    const tally = tallies.get(key) ?? new Tally()
    tallies.set(key, tally)
    return tally
  }
  for (const cluster of clusters) {
    all.add(cluster)
    if (cluster.kind === 'spans') for (const code of cluster.codes) tallyOf(codes, code).add(cluster)
    if (cluster.kind === 'variable') tallyOf(questions, cluster.variable ?? '').add(cluster)
    if (cluster.kind === 'eligibility') eligibility.add(cluster)
  }
  return { all, codes, questions, eligibility }
}

class Tally implements TypeCounts {
  readonly clusters = zeros()
  readonly differences = zeros()
  all = 0
  agreed = 0

  add({ types, differences }: Cluster): void {
    this.all += 1
    if (types.length === 0) this.agreed += 1
    for (const type of types) this.clusters[type] += 1
    for (const { type } of differences) this.differences[type] += 1
  }
}

function zeros(): Record<DisagreementType, number> {
  return Object.fromEntries(disagreementTypes.map((type) => [type, 0])) as Record<DisagreementType, number>
}
