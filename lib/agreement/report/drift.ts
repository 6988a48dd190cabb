import { collectReplicates, percentileInterval, resampledSums } from '../bootstrap'
import { type Estimate, type Interval, noInterval, plainEstimate } from '../estimate'
import { alphaOfSums } from '../krippendorff-alpha'
import type { DriftSeries } from './agreement-report'
import type { DocumentStatistics } from './document-statistics'
import type { ReportGrounds } from './grounds'
import { presenceCoincidences } from './presence-rows'

/** Documents of a window. */
const windowSize = 10

/** With fewer there are too few windows to see a course. */
const fewestDocuments = 12

/** No more windows than a chart can show; with more documents they move on by more than one. */
const mostWindows = 60

/**
 * Bootstrap samples of each window: fewer than for the report, since there are many windows and ten documents have a
 * coarse distribution anyway.
 */
const windowReplicates = 400

/**
 * Alpha of each code's presence in windows of ten documents along the order of completion, with a percentile interval over
 * the documents of the window. Windows end with the last document. Empty without an order, and with fewer than twelve
 * documents in it. Strata play no part: a window has too few documents of each.
 */
export function driftSection({ documents, sums, request }: ReportGrounds): DriftSeries[] {
  const ordered = inOrder(documents, request.completed ?? [])
  if (ordered.length < fewestDocuments) return []
  const variables = request.variables.filter(({ kind }) => kind === 'code_presence')
  const keys = variables.map(({ key }) => key)
  const rowOf = ({ levels, coders }: DocumentStatistics) =>
    keys.flatMap((key) => presenceCoincidences(levels[request.unit], key, coders.length))
  const windows = windowStarts(ordered.length).map((start) => {
    const own = ordered.slice(start, start + windowSize)
    const name = ['drift', request.unit, keys, request.seed, start]
    const figures = sums.about(name, own, keys.length, () => windowFigures(own.map(rowOf), request.seed))
    return { figures, from: start + 1, to: start + windowSize, lastDocument: own.at(-1)?.documentId ?? '' }
  })
  return variables.map(({ key, label }, i) => ({
    code: key,
    label,
    points: windows.flatMap(({ figures, ...place }) => {
      const figure = figures[i]
      return figure ? [{ ...place, ...figure }] : []
    }),
  }))
}

/** Documents that were not completed have no place in the order. */
function inOrder(documents: readonly DocumentStatistics[], completed: readonly string[]): DocumentStatistics[] {
  const byId = new Map(documents.map((document) => [document.documentId, document]))
  return [...new Set(completed)].flatMap((id) => byId.get(id) ?? [])
}

/** Places of the first documents, the last window at the end. */
function windowStarts(documents: number): number[] {
  const last = documents - windowSize
  const step = Math.ceil((last + 1) / mostWindows)
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, i) => last - i * step).reverse()
}

/** Cells of the coincidence matrix of presence. */
const cells = 4

/** Alpha and interval of each variable in one window; a row has the matrices of all of them. */
function windowFigures(rows: readonly number[][], seed: number): { alpha: Estimate; interval: Interval }[] {
  const width = rows[0]?.length ?? 0
  const sums = Array.from({ length: width }, (_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0))
  const replicates: (number | null)[][] = Array.from({ length: width / cells }, () => [])
  for (const sample of resampledSums(rows, { seed, replicates: windowReplicates })) {
    replicates.forEach((ofVariable, i) => {
      ofVariable.push(alphaAt(sample, i * cells).value)
    })
  }
  return replicates.map((ofVariable, i) => {
    const alpha = alphaAt(sums, i * cells)
    if (alpha.value === null) return { alpha, interval: noInterval('no_estimate') }
    return { alpha, interval: percentileInterval(collectReplicates(ofVariable)) }
  })
}

/** Alpha of the matrix that begins there. */
function alphaAt(sums: ArrayLike<number>, from: number): Estimate {
  const [neither, mixed, both] = [sums[from] ?? 0, sums[from + 1] ?? 0, sums[from + 3] ?? 0]
  return plainEstimate(alphaOfSums(neither + 2 * mixed + both, 2 * mixed, 2 * (neither + mixed) * (mixed + both)))
}
