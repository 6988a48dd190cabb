import type { Cluster } from './cluster'
import type { Decision } from './decision'
import type { ReviewState } from './review-view'

/** How far the review of a cluster is. */
export interface Standing<Decided> {
  state: ReviewState
  /** The decision in force, the one sent back, or the one that became stale; null where there is none, or it was taken back. */
  decision: Decided | null
  /** The last that was said of it, a decision taken back included: what the next decision supersedes. */
  last: Decided | null
}

/** What of a decision says which cluster it is about. */
export type Deciding = Pick<
  Decision,
  'clusterId' | 'inputKey' | 'kind' | 'family' | 'lineages' | 'outcome' | 'sequence'
>

/** The decisions of one round and document, by what they are about. */
export class Standings<Decided extends Deciding> {
  /** The last decision on each lineage of a kind and family. */
  readonly #last = new Map<string, Decided>()

  /** @param decisions of one round and document, in any order */
  constructor(decisions: readonly Decided[]) {
    for (const decision of decisions) {
      for (const lineage of decision.lineages) {
        const about = aboutOf(decision, lineage)
        const known = this.#last.get(about)
        if (!known || known.sequence < decision.sequence) this.#last.set(about, decision)
      }
    }
  }

  /**
   * The decision with the highest sequence on any lineage of the cluster counts. It is in force on the very input it was
   * made on; on another one it is stale.
   */
  of(cluster: Pick<Cluster, 'id' | 'inputKey' | 'kind' | 'family' | 'lineages'>): Standing<Decided> {
    let last: Decided | null = null
    for (const lineage of cluster.lineages) {
      const decision = this.#last.get(aboutOf(cluster, lineage))
      if (decision && (!last || last.sequence < decision.sequence)) last = decision
    }
    if (!last || last.outcome === 'withdraw') return { state: 'open', decision: null, last }
    const isSame = last.clusterId === cluster.id && last.inputKey === cluster.inputKey
    if (!isSame) return { state: 'stale', decision: last, last }
    return { state: last.outcome === 'send_back' ? 'sent_back' : 'decided', decision: last, last }
  }
}

/** A cluster of a document with how far its review is, the decision on whether to code the document considered. */
export interface Stood<Of, Decided> extends Standing<Decided> {
  cluster: Of
  /**
   * Whether it was decided that the document holds nothing, or should not be in the sample, which leaves nothing to decide
   * here: then that is the decision, whatever was decided on the cluster itself.
   */
  isVoid: boolean
}

type Standable = Pick<Cluster, 'id' | 'inputKey' | 'kind' | 'family' | 'lineages'>

/**
 * How far the review of each cluster of a document is.
 * @param clusters all of one round and document
 * @param decisions of the same, in any order
 */
export function standingsIn<Of extends Standable, Decided extends Deciding & Pick<Decision, 'gold'>>(
  clusters: readonly Of[],
  decisions: readonly Decided[],
): Stood<Of, Decided>[] {
  const standings = new Standings(decisions)
  const asked = clusters.find(({ kind }) => kind === 'eligibility')
  const whether = asked && standings.of(asked)
  const decided = whether?.state === 'decided' ? whether.decision : null
  return clusters.map((cluster): Stood<Of, Decided> => {
    const own = standings.of(cluster)
    if (!decided || isLeft(cluster.kind, decided.gold.eligibility)) return { cluster, ...own, isVoid: false }
    return { cluster, state: 'decided', decision: decided, last: own.last, isVoid: true }
  })
}

/** Whether a cluster of this kind is to be decided still, once this is said of the document. */
function isLeft(kind: Cluster['kind'], verdict: Decision['gold']['eligibility']): boolean {
  if (verdict === null || verdict === 'code' || kind === 'eligibility') return true
  return verdict === 'nothing' && kind === 'variable'
}

function aboutOf({ kind, family }: Pick<Cluster, 'kind' | 'family'>, lineage: string): string {
  return `${kind} ${family} ${lineage}`
}
