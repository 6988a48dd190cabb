import { type ChanceCorrected, chanceCorrected } from './chance-corrected'
import { contingencySums } from './contingency-sums'
import { noEstimate } from './estimate'

/**
 * Scott's pi (1955, p. 323) from the contingency table of two coders, flat, row by row: P_e = sum_k P_k^2, P_k the mean
 * of both coders' shares of category k.
 * Undefined without a shared unit, and where both coders used one and the same category.
 */
export function scottPi(table: ArrayLike<number>): ChanceCorrected {
  const { n, agreed, rows, columns } = contingencySums(table)
  const observed = n === 0 ? noEstimate('no_pairable_unit') : { value: agreed / n }
  const expected = rows.reduce((sum, row, k) => sum + ((row + (columns[k] ?? 0)) / (2 * n)) ** 2, 0)
  return chanceCorrected(observed, expected)
}
