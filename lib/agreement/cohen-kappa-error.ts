import { type AgreementWeight, identityWeight } from './agreement-weights'
import { proportions } from './category-shares'
import { contingencySums } from './contingency-sums'

export interface KappaError {
  /** Standard error of kappa, for intervals. */
  se: number
  /** Standard error if kappa were 0, for testing that. */
  seNull: number
}

/**
 * Large-sample standard errors of Cohen's kappa, weighted or not (Fleiss, Cohen & Everitt 1969, eq. 9 and 14). With
 * w_k. = sum_l w_kl p_.l and w_.l = sum_k w_kl p_k.:
 * n (1 - p_c)^4 v = sum p_kl (w_kl (1 - p_c) - (w_k. + w_.l) (1 - p_o))^2 - (p_o p_c - 2 p_c + p_o)^2,
 * n (1 - p_c)^2 v_0 = sum p_k. p_.l (w_kl - (w_k. + w_.l))^2 - p_c^2.
 * Null where kappa is undefined.
 */
export function cohenKappaError(table: ArrayLike<number>, weight: AgreementWeight = identityWeight): KappaError | null {
  const { n, agreed, rows, columns } = contingencySums(table, weight)
  const [p, first, second] = [table, rows, columns].map(proportions) as [Float64Array, Float64Array, Float64Array]
  const likeSecond = first.map((_, k) => second.reduce((sum, part, l) => sum + weight(k, l) * part, 0))
  const likeFirst = second.map((_, l) => first.reduce((sum, part, k) => sum + weight(k, l) * part, 0))
  const chance = first.reduce((sum, part, k) => sum + part * (likeSecond[k] ?? 0), 0)
  if (n === 0 || chance === 1) return null
  const observed = agreed / n
  let [squares, nullSquares] = [0, 0]
  p.forEach((share, cell) => {
    const [k, l] = [Math.floor(cell / rows.length), cell % rows.length]
    const like = (likeSecond[k] ?? 0) + (likeFirst[l] ?? 0)
    squares += share * (weight(k, l) * (1 - chance) - like * (1 - observed)) ** 2
    nullSquares += (first[k] ?? 0) * (second[l] ?? 0) * (weight(k, l) - like) ** 2
  })
  const variance = (squares - (observed * chance - 2 * chance + observed) ** 2) / (n * (1 - chance) ** 4)
  const nullVariance = (nullSquares - chance ** 2) / (n * (1 - chance) ** 2)
  // Rounding may leave a variance of zero just below it.
  return { se: Math.sqrt(Math.max(0, variance)), seNull: Math.sqrt(Math.max(0, nullVariance)) }
}
