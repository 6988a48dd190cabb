import { clustersOf } from '../../lib/coding/review/clusters'
import { median, percentile95, printTable } from '../timing'
import { codebooksOf, millisecondsSince, reviewedDocuments, sizeOf } from './made-review'

/** Clusters of every document, made anew: all in one process, one document at a time, as the server makes them. */
export function clustersBench([documents = '1000']: readonly string[]): void {
  const all = Number(documents)
  measured(20)
  const [tenth, whole] = [measured(all / 10), measured(all)]
  const row = (name: keyof Measured) => [name, tenth[name], whole[name], whole[name] / tenth[name]]
  printTable([
    ['clusters of 10 coders x 100 annotations x 20 codes', `${all / 10} documents`, `${all} documents`, 'growth'],
    ...(
      [
        'all, processor seconds',
        'a document, median ms',
        'a document, 95th percentile ms',
        'slowest ms',
        'a document, mean ms',
      ] as const
    ).map(row),
    ...(['clusters', 'of them agreed', 'differences', 'clusters, MB of JSON', 'memory, MB'] as const).map(row),
  ])
}

interface Measured {
  'all, processor seconds': number
  'a document, median ms': number
  'a document, 95th percentile ms': number
  'slowest ms': number
  'a document, mean ms': number
  clusters: number
  'of them agreed': number
  differences: number
  'clusters, MB of JSON': number
  'memory, MB': number
}

function measured(documents: number): Measured {
  const codebooks = codebooksOf()
  const times: number[] = []
  let [clusters, agreed, differences, characters] = [0, 0, 0, 0]
  for (const document of reviewedDocuments(sizeOf(documents))) {
    const from = process.cpuUsage()
    const made = clustersOf(document, codebooks)
    times.push(millisecondsSince(from))
    clusters += made.length
    agreed += made.filter(({ types }) => types.length === 0).length
    differences += made.reduce((sum, cluster) => sum + cluster.differences.length, 0)
    characters += JSON.stringify(made).length
  }
  const total = times.reduce((sum, time) => sum + time, 0)
  times.sort((one, other) => one - other)
  return {
    ...{ 'all, processor seconds': total / 1000, 'a document, median ms': median(times) },
    ...{ 'a document, 95th percentile ms': percentile95(times), 'slowest ms': times.at(-1) ?? Number.NaN },
    ...{ 'a document, mean ms': total / times.length, clusters, 'of them agreed': agreed, differences },
    ...{ 'clusters, MB of JSON': characters / 1e6, 'memory, MB': process.memoryUsage().rss / 2 ** 20 },
  }
}
