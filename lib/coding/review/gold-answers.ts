import type { AttributeValue } from '../annotation'
import type { Cluster } from './cluster'
import type { Decision } from './decision'
import type { GoldAnswer, Provenance } from './gold'
import { letter } from './letters'
import { goldInOneStep } from './one-step-rules'
import type { ReviewedDocument } from './reviewed-document'
import { isAgreed, type StoodCluster } from './stood-clusters'

/** The answers about the document that are gold, by question. */
export function goldAnswers(document: ReviewedDocument, stood: readonly StoodCluster[]): GoldAnswer[] {
  const [only, ...others] = document.codings
  if (only && others.length === 0) {
    const single = { provenance: 'single' as const, reading: null, clusterId: null, decisionId: null }
    const answers = only.answers.map(({ variable, compared }) => ({ variable, value: compared, ...single }))
    return answers.sort((one, other) => (one.variable < other.variable ? -1 : 1))
  }
  return stood.flatMap(({ cluster, state, decision }) => {
    if (cluster.kind !== 'variable') return []
    if (state === 'decided' && decision) return decidedAnswers(cluster, decision)
    if (!isAgreed(cluster, state)) return []
    return answersOf(cluster, [goldInOneStep('unanimous', document, cluster)?.gold.value ?? null], 'agreed', null)
  })
}

function decidedAnswers(cluster: Cluster, { id, outcome, method, gold }: Decision): GoldAnswer[] {
  if (outcome === 'keep_both') return answersOf(cluster, gold.values, 'both_readings', id)
  return answersOf(cluster, [gold.value], method === 'unanimous' ? 'agreed' : 'adjudicated', id)
}

function answersOf(
  { id, variable = '' }: Cluster,
  values: readonly (AttributeValue | null)[],
  provenance: Provenance,
  decisionId: string | null,
): GoldAnswer[] {
  return values.flatMap((value, place) => {
    if (value === null) return []
    const reading = provenance === 'both_readings' ? letter(place) : null
    return [{ variable, value, provenance, reading, clusterId: id, decisionId }]
  })
}
