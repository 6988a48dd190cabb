import { type ContinuumEstimate, type ContinuumReason, noFigure } from '../continuum-estimate'
import type { Interval } from '../estimate'
import type { DocumentStatistics } from './document-statistics'
import type { DocumentRows } from './document-sums'
import type { ReportGrounds } from './grounds'
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

/** Rows of the u-alpha family of all documents of a report; all 0 for one that is left out. */
export interface PooledRows {
  rows: DocumentRows
  /** Why the family is undefined whatever the sums; null where it is not. */
  absence: ContinuumReason | null
}

/**
 * @param values q, the gap included: a row has (q + 1)^2 - 1 numbers
 * @param rowIn a document's row; nothing where it is left out
 */
export function pooledRows(
  { absence }: ReportGrounds,
  name: readonly unknown[],
  values: number,
  rowIn: (document: DocumentStatistics) => readonly number[] | null | undefined,
): PooledRows {
  const empty = new Float64Array((values + 1) ** 2 - 1)
  const rows = {
    name: ['unitizing', ...name],
    width: empty.length,
    rowOf: (document: DocumentStatistics) => rowIn(document) ?? empty,
  }
  return { rows, absence }
}

/** A coefficient of the family with the reason why it is undefined for want of data, if it is. */
export function figureOfRows<Figure extends ContinuumEstimate>(
  { sums }: ReportGrounds,
  { rows, absence }: PooledRows,
  coefficient: (sums: ArrayLike<number>) => Figure,
): Figure {
  const figure = coefficient(sums.sum(rows))
  return absence ? { ...figure, ...noFigure(absence) } : figure
}

/** The same with its interval by the bootstrap over documents. @param name of the coefficient */
export function resampledFigure<Figure extends ContinuumEstimate>(
  grounds: ReportGrounds,
  pooled: PooledRows,
  name: string,
  coefficient: (sums: ArrayLike<number>) => Figure,
): Figure & { interval: Interval } {
  const figure = figureOfRows(grounds, pooled, coefficient)
  const replicates = grounds.sums.replicates(pooled.rows, name, (sum) => coefficient(sum).value)
  return { ...figure, interval: intervalOf(grounds, figure, replicates) }
}
