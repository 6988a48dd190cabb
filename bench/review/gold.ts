import type { Cluster } from '../../lib/coding/review/cluster'
import { clustersOf } from '../../lib/coding/review/clusters'
import type { Decision } from '../../lib/coding/review/decision'
import { goldOf } from '../../lib/coding/review/gold'
import { goldValue, membersOf, ReviewedAnnotations } from '../../lib/coding/review/gold-values'
import { goldInOneStep, methodOf } from '../../lib/coding/review/one-step-rules'
import type { ReviewedDocument } from '../../lib/coding/review/reviewed-document'
import { median, percentile95, printTable } from '../timing'
import { codebooksOf, millisecondsSince, reviewedDocuments, sizeOf } from './made-review'

/** Gold of every document, once all clusters are decided; the clusters are there already. */
export function goldBench([documents = '1000']: readonly string[]): void {
  const all = Number(documents)
  measured(20)
  const [tenth, whole] = [measured(all / 10), measured(all)]
  const row = (name: keyof Measured) => [name, tenth[name], whole[name], whole[name] / tenth[name]]
  printTable([
    ['gold of 10 coders x 100 annotations x 20 codes', `${all / 10} documents`, `${all} documents`, 'growth'],
    ...(['all, processor seconds', 'a document, median ms', 'a document, 95th percentile ms'] as const).map(row),
    ...(['decisions', 'annotations of gold'] as const).map(row),
  ])
}

interface Measured {
  'all, processor seconds': number
  'a document, median ms': number
  'a document, 95th percentile ms': number
  decisions: number
  'annotations of gold': number
}

function measured(documents: number): Measured {
  const codebooks = codebooksOf()
  const times: number[] = []
  let [decided, annotations] = [0, 0]
  for (const document of reviewedDocuments(sizeOf(documents))) {
    const clusters = clustersOf(document, codebooks)
    const decisions = clusters.map((cluster, sequence) => decisionOn(cluster, document, sequence))
    const from = process.cpuUsage()
    const gold = goldOf(document, clusters, decisions)
    times.push(millisecondsSince(from))
    if (gold.open > 0) throw new Error('All clusters were decided')
    decided += decisions.length
    annotations += gold.annotations.length
  }
  const total = times.reduce((sum, time) => sum + time, 0)
  times.sort((one, other) => one - other)
  return {
    ...{ 'all, processor seconds': total / 1000, 'a document, median ms': median(times) },
    ...{
      'a document, 95th percentile ms': percentile95(times),
      decisions: decided,
      'annotations of gold': annotations,
    },
  }
}

/** In one step where a step decides it; else the first coder's annotations are accepted. */
function decisionOn(cluster: Cluster, document: ReviewedDocument, sequence: number): Decision {
  const { id: clusterId, inputKey, kind, family, lineages } = cluster
  const about = { id: clusterId, clusterId, inputKey, kind, family, lineages, sequence, outcome: 'accept' as const }
  for (const step of ['unanimous', 'trivial', 'half'] as const) {
    const decided = goldInOneStep(step, document, cluster)
    if (decided) return { ...about, ...decided, method: methodOf(step) }
  }
  const [first] = membersOf(cluster)
  const accepted = membersOf(cluster).filter(({ coder }) => coder === first?.coder)
  const annotations = ReviewedAnnotations.in(document)
  const gold = accepted.flatMap((member) => {
    const annotation = annotations.of(member)
    return annotation ? [{ value: goldValue(annotation), coders: [member.coder] }] : []
  })
  const none = { value: null, values: [], eligibility: null }
  return { ...about, method: 'arbiter', accepted, gold: { annotations: gold, ...none } }
}
