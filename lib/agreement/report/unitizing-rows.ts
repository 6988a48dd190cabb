import { type ContinuumEstimate, type ContinuumReason, noFigure } from '../continuum-estimate'
import type { Interval } from '../estimate'
import type { DocumentStatistics } from './document-statistics'
import { type ReportGrounds, replicatesOf } from './grounds'
import { intervalOf } from './uncertainty'

/**
 * A document's row of the u-alpha family from the rows of its pairs of coders: their sum divided by m - 1. Coincidences
 * and S* are sums over pairs with that divisor, and in S every unit is met once with each of the m - 1 other coders, so
 * the row is that of all coders at once (u-alpha-sums.ts).
 * @param rows one per pair, null where the family is not defined for the pair
 * @returns null where a pair has none: the other pairs are not what all m coders said
 */
export function documentRow(rows: readonly (readonly number[] | null)[], coders: number): number[] | null {
  const sum: number[] = []
  for (const row of rows) {
    if (!row) return null
    row.forEach((number, i) => {
      sum[i] = (sum[i] ?? 0) + number
    })
  }
  return sum.map((number) => number / (coders - 1))
}

/** Rows of the u-alpha family of all documents of a report. */
export interface PooledRows {
  /** A document's row; all 0 for one that is left out. */
  rowOf: (document: DocumentStatistics) => readonly number[]
  sums: Float64Array
  /** Why the family is undefined whatever the sums; null where it is not. */
  absence: ContinuumReason | null
}

/**
 * @param values q, the gap included: a row has (q + 1)^2 - 1 numbers
 * @param rowIn a document's row; nothing where it is left out
 */
export function pooledRows(
  { documents, absence }: ReportGrounds,
  values: number,
  rowIn: (document: DocumentStatistics) => readonly number[] | null | undefined,
): PooledRows {
  const empty: readonly number[] = Array.from({ length: (values + 1) ** 2 - 1 }, () => 0)
  const rows = new Map(documents.map((document) => [document, rowIn(document) ?? empty]))
  const sums = Float64Array.from(empty)
  for (const row of rows.values()) {
    row.forEach((number, i) => {
      sums[i] = (sums[i] ?? 0) + number
    })
  }
  return { rowOf: (document) => rows.get(document) ?? empty, sums, absence }
}

/** A coefficient of the family with the reason why it is undefined for want of data, if it is. */
export function figureOfRows<Figure extends ContinuumEstimate>(
  { sums, absence }: PooledRows,
  coefficient: (sums: ArrayLike<number>) => Figure,
): Figure {
  const figure = coefficient(sums)
  return absence ? { ...figure, ...noFigure(absence) } : figure
}

/** The same with its interval by the bootstrap over documents. */
export function resampledFigure<Figure extends ContinuumEstimate>(
  grounds: ReportGrounds,
  rows: PooledRows,
  coefficient: (sums: ArrayLike<number>) => Figure,
): Figure & { interval: Interval } {
  const figure = figureOfRows(rows, coefficient)
  const replicates = replicatesOf(grounds, rows.rowOf, (sum) => coefficient(sum).value)
  return { ...figure, interval: intervalOf(grounds, figure, replicates) }
}
